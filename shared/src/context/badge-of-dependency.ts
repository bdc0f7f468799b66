import {
  dependencyForecast,
  dependencyGap,
  isUncommittedInsideLeadTime,
} from '../health/dependency-figures.ts';
import { offeredSince } from '../health/health-of-others.ts';
import type { Program } from '../program/program.ts';
import type { Dependency } from '../record/dependency.ts';
import { calendarOf, workingDaysBetween } from '../schedule/working-days.ts';
import { waitsFor } from '../words/waits-for.ts';
import type { BadgeLevel, Said } from './badge.ts';
import {
  type BadgeCore,
  type BadgeFacts,
  type MatchOf,
  present,
  said,
  who,
} from './badge-facts.ts';
import type { PageContext } from './context.ts';
import { externalKey } from './external-key.ts';
import { shortName } from './short-name.ts';

export type DependencySide = 'provides' | 'needs';

function pageKeys({ repo, number, key, url }: PageContext): readonly string[] {
  const texts = [repo !== undefined && number !== undefined && `${repo}#${number}`, key, url];
  return texts.flatMap((text) => {
    const found = text ? externalKey(text) : undefined;
    return found === undefined ? [] : [`${found.slot} ${found.value}`];
  });
}

function isItem(item: string | undefined, page: PageContext): boolean {
  const key = item === undefined ? undefined : externalKey(item);
  return key !== undefined && pageKeys(page).includes(`${key.slot} ${key.value}`);
}

/**
 * On which side of the contract the page is. Its own work item decides (rulings B7), then a vendor is never us; code
 * that a dependency names by path, branch, trailer or `implements` is what delivers it; else the page is the consumer's.
 */
export function sideOf(
  { record, reasons }: MatchOf<'dependency'>,
  page: PageContext,
): DependencySide {
  const { provider, consumer, external } = record.data;
  if (isItem(provider.item, page)) return 'provides';
  if (isItem(consumer.item, page) || provider.vendor === true) return 'needs';
  const implemented = external.some(({ key, role }) => role === 'implements' && isItem(key, page));
  const delivers = reasons.some(
    ({ rule }) =>
      rule === 'path' || rule === 'branch' || (rule === 'trailer' && page.repo !== undefined),
  );
  return implemented || delivers ? 'provides' : 'needs';
}

function teamName({ records }: Program, id: string | undefined): string | undefined {
  const team = id === undefined ? undefined : records.get(id);
  return team?.kind === 'team' ? (team.data.name ?? team.data.title) : id;
}

type Figures = {
  dependency: Dependency;
  side: DependencySide;
  facts: BadgeFacts;
  team: string | undefined;
};

type Rated = { level: BadgeLevel; state: Said };

function endState(dependency: Dependency, dated: Said['facts']): Rated | undefined {
  const { status, accepted_on, delivered_on } = dependency;
  if (status === 'accepted')
    return {
      level: 'done',
      state: said('state.accepted', { ...dated, ...present({ date: accepted_on }) }),
    };
  if (status === 'cancelled') return { level: 'done', state: said('state.cancelled', dated) };
  if (status === 'declined') return { level: 'high', state: said('state.declined', dated) };
  if (status === 'delivered')
    return {
      level: 'low',
      state: said('state.delivered', { ...dated, ...present({ date: delivered_on }) }),
    };
  return undefined;
}

/** Working days late: offered after the need, or the need passed with nothing delivered. */
function daysLate({ dependency, facts }: Figures): number {
  const { program, asOf } = facts;
  const gap = dependencyGap(program, dependency, asOf) ?? 0;
  const { need_by } = dependency;
  const passed =
    need_by !== undefined && need_by < asOf
      ? workingDaysBetween(calendarOf(program.charter), need_by, asOf)
      : 0;
  return Math.max(gap, passed);
}

/** Domain S-08: critical when the consumer's date was promised outside or its float does not hold the delay. */
function lateLevel({ dependency, facts }: Figures, days: number): BadgeLevel {
  const { program, extras } = facts;
  const id = dependency.consumer.milestone;
  const consumer = id === undefined ? undefined : program.records.get(id);
  if (id === undefined || consumer?.kind !== 'milestone') return 'high';
  const isExternal = consumer.data.external_commitment || consumer.data.type === 'external';
  const float = extras.computed?.get(id)?.totalFloat;
  return isExternal || (float !== undefined && days > float) ? 'critical' : 'high';
}

/** Rows 11 and 12 of the state table. */
function rate(figures: Figures, dated: Said['facts']): Rated {
  const { dependency, side, facts } = figures;
  const ended = endState(dependency, dated);
  if (ended !== undefined) return ended;
  const days = daysLate(figures);
  if (days > 0)
    return { level: lateLevel(figures, days), state: said('state.late', { ...dated, days }) };
  if (side === 'needs' && isUncommittedInsideLeadTime(facts.program, dependency, facts.asOf))
    return { level: 'high', state: said('state.not_committed', dated) };
  const date = dependency.need_by;
  if (date === undefined) return { level: 'unknown', state: said('state.no_date', dated) };
  const level = dependency.blocked === undefined ? 'low' : 'medium';
  return { level, state: said('state.due', { ...dated, date }) };
}

function whyOf({ dependency, facts }: Figures, { state }: Rated): readonly Said[] {
  const { program, asOf } = facts;
  const { need_by: needed, blocked } = dependency;
  const forecast = dependencyForecast(program, dependency, asOf);
  const why: Said[] = [];
  if (state.code === 'state.late' && forecast !== undefined && needed !== undefined)
    why.push(
      said(
        'why.offered',
        { offered: forecast.date, needed, source: forecast.source },
        offeredSince(program, dependency, asOf),
      ),
    );
  if (state.code === 'state.not_committed' && needed !== undefined)
    why.push(said('why.not_committed', { needed }));
  if (blocked !== undefined)
    why.push(said('why.blocked', { reason: blocked.reason }, blocked.since));
  return why;
}

function nextOf({ dependency, facts }: Figures): Said | undefined {
  const { program } = facts;
  const { status, provider, consumer, need_by, committed_date } = dependency;
  const isOffered = ['identified', 'requested', 'negotiating'].includes(status);
  if (isOffered)
    return said('next.commit', { ...who(program, provider.owner), ...present({ date: need_by }) });
  if (status === 'committed' || status === 'in_progress')
    return said('next.deliver', {
      ...who(program, provider.owner),
      ...present({ date: committed_date ?? need_by }),
    });
  return status === 'delivered' ? said('next.accept', who(program, consumer.owner)) : undefined;
}

export function badgeOfDependency(match: MatchOf<'dependency'>, facts: BadgeFacts): BadgeCore {
  const { program, asOf, page } = facts;
  const dependency = match.record.data;
  const side = sideOf(match, page);
  const other = side === 'provides' ? dependency.consumer.team : dependency.provider.team;
  const team = teamName(program, other);
  const figures: Figures = { dependency, side, facts, team };
  const offered = dependencyForecast(program, dependency, asOf)?.date;
  const dated = present({ team, needed: dependency.need_by, offered }) as Said['facts'];
  const rated = rate(figures, dated);
  const name = team === undefined ? '' : shortName(side === 'provides' ? waitsFor(team) : team);
  return {
    kind: side,
    shortName: name,
    ...rated,
    why: whyOf(figures, rated),
    next: nextOf(figures),
    dates: present({
      needed: dependency.need_by,
      committed: dependency.committed_date,
      forecast: dependency.forecast_date ?? offered,
      actual: dependency.delivered_on,
    }),
    weight: daysLate(figures),
  };
}

import { isUnresolved } from '../health/dependency-figures.ts';
import type { Program } from '../program/program.ts';
import { compareIds } from '../record/compare-ids.ts';
import type { RecordKind } from '../record/record-types.ts';
import type { Badge, BadgeKind, BadgeLevel, Said } from './badge.ts';
import {
  type BadgeCore,
  type BadgeExtras,
  type BadgeFacts,
  isClassified,
  isHidden,
  isNamed,
  isOf,
  nameOf,
  said,
} from './badge-facts.ts';
import { badgeOfDependency } from './badge-of-dependency.ts';
import { badgeOfGate } from './badge-of-gate.ts';
import { badgeOfMilestone } from './badge-of-milestone.ts';
import { badgeOfOther } from './badge-of-other.ts';
import { badgeOfIssue, badgeOfRisk, isOpenIssue, isOpenRisk } from './badge-of-risk.ts';
import type { Match, PageContext } from './context.ts';
import { explicitIds, mentionedIds } from './page-marks.ts';
import { shortName } from './short-name.ts';

type Ranked = { badge: Badge; weight: number };

const LEVELS: readonly BadgeLevel[] = ['critical', 'high', 'medium', 'unknown', 'low', 'done'];

/** Worst first; the same level by weight, then by id. */
const byBadness = (a: Ranked, b: Ranked): number =>
  LEVELS.indexOf(a.badge.level) - LEVELS.indexOf(b.badge.level) ||
  b.weight - a.weight ||
  compareIds(a.badge.id, b.badge.id);

function coreOf(match: Match, facts: BadgeFacts): BadgeCore | undefined {
  if (isOf('milestone')(match)) return badgeOfMilestone(match, facts);
  if (isOf('risk')(match)) return badgeOfRisk(match, facts);
  if (isOf('issue')(match)) return badgeOfIssue(match, facts);
  if (isOf('dependency')(match)) return badgeOfDependency(match, facts);
  if (isOf('gate')(match)) return badgeOfGate(match, facts);
  return badgeOfOther(match, facts);
}

/** What is over is shown only where somebody named it; milestones and gates always. */
function isNews(match: Match): boolean {
  const { record } = match;
  if (isNamed(match)) return true;
  if (record.kind === 'risk') return isOpenRisk(record.data);
  if (record.kind === 'issue') return isOpenIssue(record.data);
  return record.kind !== 'dependency' || isUnresolved(record.data);
}

const httpsOnly = (url: string | undefined): { url?: string } =>
  url?.startsWith('https://') ? { url } : {};

function alsoOf(id: string, { unpublished, conflicts }: BadgeExtras): readonly Said[] {
  const conflict = conflicts?.get(id);
  if (conflict !== undefined) return [said('state.conflict', conflict)];
  return unpublished?.has(id) ? [said('state.unpublished')] : [];
}

/** Sentences about records that may not be shown here say only that there are some. */
function withoutHidden(why: readonly Said[], { program, extras }: BadgeFacts): readonly Said[] {
  const shown = why.filter(({ facts }) => !isHidden(program.records.get(String(facts.id)), extras));
  const count = why.length - shown.length;
  return count === 0 ? shown : [...shown, said('why.withheld', { count })];
}

const dated = (each: Said, asOf: string): Said => ({
  ...each,
  facts: { ...each.facts, year: Number(asOf.slice(0, 4)) },
});

function complete(match: Match, core: BadgeCore, facts: BadgeFacts): Badge {
  const { program, asOf, extras } = facts;
  const { record, reasons, through } = match;
  const { weight: _, next, dates, ...rest } = core;
  const also = alsoOf(record.id, extras);
  const isThroughHidden = through !== undefined && isHidden(program.records.get(through), extras);
  const hiddenNext =
    next !== undefined && isHidden(program.records.get(String(next.facts.id)), extras);
  return {
    ...rest,
    // A risk that is not published yet is known to its author by title, not by its draft id.
    ...(core.kind === 'risk' &&
      extras.unpublished?.has(record.id) && { shortName: shortName(record.data.title) }),
    id: record.id,
    title: record.data.title,
    state: dated(core.state, asOf),
    ...(also.length > 0 && { also }),
    why: withoutHidden(core.why, facts).map((each) => dated(each, asOf)),
    reasons,
    ...(through !== undefined && !isThroughHidden && { through }),
    ...(record.data.owner !== undefined && { owner: nameOf(program, record.data.owner) }),
    ...(next !== undefined && !hiddenNext && { next: dated(next, asOf) }),
    ...(dates !== undefined && { dates }),
    external: record.data.external.map(({ system, key, url }) => ({
      system,
      key,
      ...httpsOnly(url),
    })),
    more: [],
  };
}

const BROKEN_KIND: Partial<Record<RecordKind, BadgeKind>> = {
  milestone: 'milestone',
  risk: 'risk',
  issue: 'issue',
  dependency: 'needs',
  gate: 'gate',
};

/** Row 1: a record the page names whose file cannot be read. */
function brokenBadges({ program, page }: BadgeFacts): readonly Ranked[] {
  if (program.broken.length === 0) return [];
  const named = new Set([...explicitIds(page), ...mentionedIds(page)]);
  return program.broken.flatMap(({ id, kind }) => {
    const badgeKind = kind === undefined ? undefined : BROKEN_KIND[kind];
    if (id === undefined || badgeKind === undefined || !named.has(id)) return [];
    const badge: Badge = {
      kind: badgeKind,
      id,
      shortName: '',
      title: id,
      level: 'unknown',
      state: said('state.unreadable'),
      why: [],
      reasons: [{ rule: 'mention', value: id }],
      more: [],
    };
    return [{ badge, weight: 0 }];
  });
}

function rank(match: Match, facts: BadgeFacts): readonly Ranked[] {
  const core = coreOf(match, facts);
  if (core === undefined) return [];
  return [{ badge: complete(match, core, facts), weight: core.weight ?? 0 }];
}

function rankAll(
  matches: readonly Match[],
  program: Program,
  asOf: string,
  page: PageContext,
  extras: BadgeExtras,
): readonly Ranked[] {
  const shown = matches.filter(({ record }) => !isHidden(record, extras));
  const facts: BadgeFacts = { program, asOf, page, extras, matches: shown };
  const ranked = shown.filter(isNews).flatMap((match) => rank(match, facts));
  return [...ranked, ...brokenBadges(facts)].toSorted(byBadness);
}

/** The four kinds of a strip, in their order; Jira tells the two sides of dependencies apart. */
const GROUPS: readonly (readonly BadgeKind[])[] = [
  ['milestone'],
  ['risk', 'issue'],
  ['provides', 'needs'],
  ['gate'],
];
const JIRA_GROUPS: typeof GROUPS = [
  ['milestone'],
  ['risk', 'issue'],
  ['needs'],
  ['provides'],
  ['gate'],
];

/**
 * Badges of one page (design/interaction.md sections 1 and 2): one a kind, the worst record named and the others in
 * `more`, worst first. Dates and facts only, no forecast run (rulings C6). Records above `internal` are left out:
 * `withheldCount` says how many.
 */
export function badgesFor(
  matches: readonly Match[],
  program: Program,
  asOf: string,
  page: PageContext,
  extras: BadgeExtras = {},
): readonly Badge[] {
  const ranked = rankAll(matches, program, asOf, page, extras);
  const groups = page.key !== undefined && page.repo === undefined ? JIRA_GROUPS : GROUPS;
  return groups.flatMap((kinds) => {
    const [worst, ...others] = ranked.filter(({ badge }) => kinds.includes(badge.kind));
    if (worst === undefined) return [];
    return [{ ...worst.badge, more: others.map(({ badge }) => badge.id) }];
  });
}

/** Every record of the page as a badge of its own, worst first: for sidebars, panels, hovers and cards of `more`. */
export const recordBadges = (
  matches: readonly Match[],
  program: Program,
  asOf: string,
  page: PageContext,
  extras: BadgeExtras = {},
): readonly Badge[] => rankAll(matches, program, asOf, page, extras).map(({ badge }) => badge);

/** How many matched records are classified above `internal` and not drawn into a page (rulings A6). */
export const withheldCount = (matches: readonly Match[]): number =>
  matches.filter(({ record }) => isClassified(record)).length;

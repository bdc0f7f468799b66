import {
  expectedValue,
  lastAssessment,
  lastReview,
  proximityBand,
  reviewInterval,
  riskScore,
  unmanagedBecause,
} from '../health/risk-figures.ts';
import type { Program } from '../program/program.ts';
import type { Issue } from '../record/issue.ts';
import type { Risk } from '../record/risk.ts';
import { dayOf } from '../schedule/day-of.ts';
import { addDays } from '../schedule/working-days.ts';
import type { BadgeLevel, Said } from './badge.ts';
import {
  type BadgeCore,
  type BadgeFacts,
  type MatchOf,
  present,
  said,
  who,
} from './badge-facts.ts';
import { shortName } from './short-name.ts';

export const isOpenRisk = ({ status }: Pick<Risk, 'status'>): boolean =>
  status === 'proposed' || status === 'open' || status === 'treating';

export const isOpenIssue = ({ status }: Pick<Issue, 'status'>): boolean =>
  status === 'new' || status === 'triaged' || status === 'in_progress';

type Rated = { level: BadgeLevel; state: Said };

function endedRisk({ status, acceptance, closed_on, occurred_on }: Risk): Rated {
  if (status === 'accepted')
    return {
      level: 'done',
      state: said('state.accepted', present({ until: acceptance?.expires })),
    };
  if (status === 'occurred')
    return { level: 'high', state: said('state.occurred', present({ date: occurred_on })) };
  return { level: 'done', state: said('state.closed', present({ date: closed_on })) };
}

const rated = (level: BadgeLevel | undefined): Rated =>
  level === undefined
    ? { level: 'unknown', state: said('state.not_rated') }
    : { level, state: said('state.level', { rated: level }) };

function scoreFact({ charter }: Program, risk: Risk, asOf: string): readonly Said[] {
  const score = riskScore(charter, risk, asOf);
  const current = lastAssessment(charter, risk, 'current', asOf);
  if (score === undefined || current === undefined) return [];
  const money = expectedValue(charter, risk, asOf);
  const { probability, impact, score: product } = score;
  const facts = { probability, impact, score: product };
  const worth = money === null ? {} : { money, currency: charter.currency };
  return [said('why.score', { ...facts, ...worth }, dayOf(current.at, charter.timezone))];
}

function proximityFact(risk: Risk, asOf: string): readonly Said[] {
  const band = proximityBand(risk, asOf);
  if (band === undefined || band === 'far' || risk.proximity === undefined) return [];
  return [said('why.proximity', { band, from: risk.proximity.from, to: risk.proximity.to })];
}

function reviewFact(program: Program, risk: Risk, asOf: string): readonly Said[] {
  const level = riskScore(program.charter, risk, asOf)?.level;
  const last = lastReview(program.charter, risk, asOf);
  if (level === undefined || last === undefined) return [];
  const until = addDays(last, reviewInterval(program.charter, level));
  const due = [until, risk.review_due ?? until].toSorted()[0] ?? until;
  return due < asOf ? [said('why.review_overdue', { last, due }, addDays(due, 1))] : [];
}

function nextForRisk(program: Program, risk: Risk): Said | undefined {
  const { response, review_due: review, owner } = risk;
  if (response?.due !== undefined)
    return said('next.respond', {
      strategy: response.strategy,
      date: response.due,
      ...who(program, response.action_owner ?? owner),
    });
  return review === undefined
    ? undefined
    : said('next.review_risk', { date: review, ...who(program, owner) });
}

/** Row 10 for risks: the level is the message, so there is no short name. */
export function badgeOfRisk({ record }: MatchOf<'risk'>, facts: BadgeFacts): BadgeCore {
  const { program, asOf } = facts;
  const risk = record.data;
  const score = riskScore(program.charter, risk, asOf);
  const open = isOpenRisk(risk);
  return {
    kind: 'risk',
    shortName: '',
    ...(open ? rated(score?.level) : endedRisk(risk)),
    why: open
      ? [
          ...unmanagedBecause(program, risk, asOf).map((because) =>
            said('why.unmanaged', { because }),
          ),
          ...scoreFact(program, risk, asOf),
          ...proximityFact(risk, asOf),
          ...reviewFact(program, risk, asOf),
        ]
      : [],
    next: open ? nextForRisk(program, risk) : undefined,
    weight: score?.score ?? 0,
  };
}

function endedIssue({ status, resolved_on, closed_on }: Issue): Rated {
  if (status === 'deferred') return { level: 'unknown', state: said('state.deferred') };
  const date = closed_on ?? resolved_on;
  return {
    level: 'done',
    state: said(`state.${status === 'resolved' ? 'resolved' : 'closed'}`, present({ date })),
  };
}

/** Row 10 for issues: severity is the level. */
export function badgeOfIssue({ record }: MatchOf<'issue'>, facts: BadgeFacts): BadgeCore {
  const { program, asOf } = facts;
  const issue = record.data;
  const due = issue.target_resolution_date;
  const open = isOpenIssue(issue);
  const isLate = open && due !== undefined && due < asOf;
  return {
    kind: 'issue',
    shortName: shortName(issue.title),
    ...(open ? rated(issue.severity) : endedIssue(issue)),
    why: isLate ? [said('why.target_passed', { date: due }, addDays(due, 1))] : [],
    next:
      open && due !== undefined
        ? said('next.resolve', { date: due, ...who(program, issue.owner) })
        : undefined,
  };
}

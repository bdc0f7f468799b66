import type { Health } from '../health/health.ts';
import { slipVsCommitted } from '../health/milestone-figures.ts';
import { forecastAge, milestoneHealth } from '../health/milestone-health.ts';
import { relationsOf } from '../health/relations.ts';
import type { Program } from '../program/program.ts';
import type { Milestone } from '../record/milestone.ts';
import { calendarOf, workingDaysBetween } from '../schedule/working-days.ts';
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

const lateDays = ({ charter }: Program, milestone: Milestone): number =>
  slipVsCommitted(charter, milestone) ?? 0;

/** design/tokens.md: amber that is already late is high, amber that may become late is medium. */
function levelOf({ rag }: Health, milestone: Milestone, program: Program): BadgeLevel {
  if (rag === 'red') return 'critical';
  if (rag === 'amber') return lateDays(program, milestone) > 0 ? 'high' : 'medium';
  if (rag === 'green') return 'low';
  // Put off is not reached: a tick beside it would say the opposite.
  const isOpen = milestone.status === 'planned' || milestone.status === 'deferred';
  return rag === 'grey' || isOpen ? 'unknown' : 'done';
}

function endState({ status, actual_date: date }: Milestone): Said | undefined {
  if (status === 'achieved') return said('state.achieved', present({ date }));
  return status === 'deferred' || status === 'cancelled' ? said(`state.${status}`) : undefined;
}

function dateState(program: Program, milestone: Milestone, asOf: string): Said | undefined {
  const { committed_date: committed } = milestone;
  if (committed === undefined) return undefined;
  if (committed < asOf) {
    const days = workingDaysBetween(calendarOf(program.charter), committed, asOf);
    return said('state.overdue', { days, committed });
  }
  const days = lateDays(program, milestone);
  return days > 0 ? said('state.late', { days, committed }) : undefined;
}

/** The rest of the table, from the health's own facts. */
function healthState(health: Health, milestone: Milestone, asOf: string): Said {
  const gate = health.why.find(({ code }) => code === 'health.gate_unmet');
  if (gate !== undefined) return { ...said('state.gate_not_passed', gate.facts) };
  if (health.rag === 'red' || health.rag === 'amber') return said('state.at_risk');
  const age = forecastAge(milestone, asOf);
  if (health.rag === 'grey')
    return age === undefined
      ? said('state.no_forecast')
      : said('state.forecast_old', { days: age });
  const date = milestone.committed_date ?? milestone.forecast_date;
  return date === undefined ? said('state.no_date') : said('state.due', { date });
}

/** Who acts next: the open decision that affects it, else the gate's review. */
function nextOf({ program }: BadgeFacts, milestone: Milestone): Said | undefined {
  const { affecting, gateOf } = relationsOf(program);
  const decision = affecting(milestone.id)
    .flatMap((record) => (record.kind === 'decision' ? [record.data] : []))
    .filter(({ status }) => status === 'requested')
    .toSorted((a, b) => ((a.needed_by ?? '9') < (b.needed_by ?? '9') ? -1 : 1))[0];
  if (decision !== undefined) {
    const { id, title, approver, needed_by: date } = decision;
    return said('next.decide', { id, title, ...who(program, approver), ...present({ date }) });
  }
  const gate = gateOf(milestone.id)?.data;
  if (gate?.review_date === undefined || gate.decision !== undefined) return undefined;
  return said('next.review_gate', {
    id: gate.id,
    date: gate.review_date,
    ...who(program, gate.decider),
  });
}

/** Rows 3 to 9 of the state table (design/interaction.md section 2). */
export function badgeOfMilestone({ record }: MatchOf<'milestone'>, facts: BadgeFacts): BadgeCore {
  const { program, asOf, extras } = facts;
  const milestone = record.data;
  const health = milestoneHealth(program, record.id, asOf, extras.computed?.get(record.id)) ?? {
    rag: 'grey',
    why: [],
  };
  const ended = endState(milestone);
  const state =
    ended ?? dateState(program, milestone, asOf) ?? healthState(health, milestone, asOf);
  return {
    kind: 'milestone',
    shortName: shortName(milestone.title),
    level: levelOf(health, milestone, program),
    state,
    why: health.why,
    next: ended === undefined ? nextOf(facts, milestone) : undefined,
    dates: present({
      baseline: milestone.baseline_date,
      committed: milestone.committed_date,
      forecast: milestone.forecast_date,
      actual: milestone.actual_date,
    }),
    weight: lateDays(program, milestone),
  };
}

import type { Badge } from '@milepost/shared/context/badge';
import type { Match, PageContext } from '@milepost/shared/context/context';
import { findMatches } from '@milepost/shared/context/find-matches';
import type { ContextIndex } from '@milepost/shared/context/index-draft';
import type { TypedRecord } from '@milepost/shared/record/record-types';
import { workingCalendar, workingDaysBetween } from '@milepost/shared/schedule/working-days';
import type { ProgramFacts } from './facts.ts';
import type { LevelFill } from './icon.ts';
import { gatesOf } from './milestone-rows.ts';
import { plural, sayDay, sayState } from './row-words.ts';

/** What the branch in front of somebody is for. */
export type BranchStatus = {
  milestone: string;
  gate: string | undefined;
  level: LevelFill;
  /** `M-4 · 17/19 · 4 days`, without the icon. */
  text: string;
  /** The same in a sentence. */
  spoken: string;
  matches: readonly Match[];
};

const isOpenGate = ({ data }: TypedRecord<'gate'>): boolean =>
  data.status !== 'closed' && data.decision?.outcome !== 'go';

function reviewIn(facts: ProgramFacts, gate: TypedRecord<'gate'>): { short: string; full: string } {
  const day = gate.data.review_date;
  if (day === undefined) return { short: 'no review date', full: 'no review date' };
  const calendar = workingCalendar(facts.program.charter.calendar);
  if (day === facts.asOf) return { short: 'today', full: 'review today' };
  if (day < facts.asOf) {
    const late = plural(workingDaysBetween(calendar, day, facts.asOf), 'day');
    return { short: `review ${late} late`, full: `review was due ${sayDay(day, facts)}` };
  }
  const days = workingDaysBetween(calendar, facts.asOf, day);
  return { short: plural(days, 'day'), full: `review in ${plural(days, 'working day')}` };
}

function statusOf(
  facts: ProgramFacts,
  milestone: TypedRecord<'milestone'>,
  matches: readonly Match[],
): BranchStatus {
  const badge: Badge | undefined = facts.badge(milestone);
  const level = badge?.level ?? 'unknown';
  const state = badge ? sayState(badge, facts) : milestone.data.status;
  const gate = gatesOf(facts, milestone).find(isOpenGate);
  const assessment = gate && facts.assess(gate.id);
  const head = `${milestone.id} ${milestone.data.title}, ${state}`;
  if (gate === undefined || assessment === undefined) {
    const text = `${milestone.id} · ${state}`;
    return { milestone: milestone.id, gate: undefined, level, text, spoken: head, matches };
  }
  const review = reviewIn(facts, gate);
  const { met, applicable } = assessment;
  return {
    milestone: milestone.id,
    gate: gate.id,
    level,
    text: `${milestone.id} · ${met}/${applicable} · ${review.short}`,
    spoken: `${head}. ${gate.id} ${met} of ${applicable} criteria met, ${review.full}`,
    matches,
  };
}

/** The strongest milestone that a branch points to, or undefined when it points to none. */
export function branchStatus(
  facts: ProgramFacts,
  index: ContextIndex,
  page: PageContext,
): BranchStatus | undefined {
  const matches = findMatches(index, facts.program, page);
  const found = matches.find(({ record }) => record.kind === 'milestone')?.record;
  return found?.kind === 'milestone' ? statusOf(facts, found, matches) : undefined;
}

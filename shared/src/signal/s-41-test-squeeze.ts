import { finishOf } from '../health/milestone-figures.ts';
import { criteriaOf } from '../record/criteria-of.ts';
import type { Gate } from '../record/gate.ts';
import { latest } from './later.ts';
import { openGates } from './open-gates.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

type Span = { planned: number; now: number };

/** The review day as it was first set. */
function firstReview(gate: Gate): string | undefined {
  const first = gate.log.find(
    ({ field, from }) => field === 'review_date' && typeof from === 'string',
  );
  return first === undefined ? gate.review_date : (first.from as string);
}

/** Test time runs from the day its entry milestones are there to the review, as first planned and as it stands now. */
function testSpan(view: SignalView, gate: Gate): Span | undefined {
  const milestone = view.program.records.get(gate.milestone ?? '');
  if (milestone?.kind !== 'milestone') return undefined;
  const entries = milestone.data.predecessors.flatMap(({ on }) => {
    const record = view.program.records.get(on);
    return record?.kind === 'milestone' && record.data.baseline_date ? [record.data] : [];
  });
  const begun = latest(entries.map(({ baseline_date }) => baseline_date));
  const begins = latest(entries.map(finishOf));
  const review = firstReview(gate);
  if (!begun || !begins || !review || !gate.review_date) return undefined;
  return { planned: view.wd(begun, review), now: view.wd(begins, gate.review_date) };
}

const isTested = ({ program }: SignalView, { id }: Gate): boolean =>
  criteriaOf(program, id).some(
    ({ data }) => data.category === 'testing' || data.category === 'performance',
  );

/** S-41: the time to test before a gate has shrunk by more than a quarter. */
export const testSqueeze: SignalDefinition = {
  rule: 'S-41',
  detect: (view) =>
    openGates(view).flatMap((gate): Found[] => {
      const span = isTested(view, gate) ? testSpan(view, gate) : undefined;
      if (span === undefined || span.planned <= 0) return [];
      const percent = (100 * (span.planned - span.now)) / span.planned;
      if (percent <= view.limit('percent', 25)) return [];
      const facts = { ...span, percent: Math.round(percent) };
      return [{ code: 'squeezed', severity: 'high', subjects: [gate.id], facts }];
    }),
};

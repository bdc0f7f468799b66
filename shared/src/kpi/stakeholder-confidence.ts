import { sum, Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import { answersOf } from './survey-answers.ts';

/** KPI 13: mean of respondents' scores 1..5, groups shown apart. */
export const stakeholderConfidence: KpiDefinition = {
  number: 13,
  key: 'stakeholder_confidence',
  unit: 'score',
  better: 'up',
  target: { ok: ['>=', 4.2], warn: ['>=', 3.5] },
  measure: (view) => {
    const tally = new Tally();
    const { groups, n, mean, responseRate } = answersOf(view, 'stakeholder_confidence', tally);
    const total = sum(groups.map((group) => group.n * group.mean));
    return tally.figure(
      { value: mean, n, numerator: n === 0 ? null : total, denominator: n === 0 ? null : n },
      { groups, response_rate: responseRate },
    );
  },
};

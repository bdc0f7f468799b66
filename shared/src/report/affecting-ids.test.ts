import { expect, test } from 'vitest';
import { aProgram } from '../schedule/a-program.ts';
import { buildDecisionBrief } from './decision-brief.ts';
import { buildEscalationBrief } from './escalation-brief.ts';
import { buildGoNoGo } from './go-no-go.ts';

const asOf = '2026-03-10';
const threat = (id: string, rest: object) => ({
  id,
  kind: 'threat',
  status: 'open',
  assessments: [
    { at: '2026-03-02', by: 'ana', state: 'current', probability: 5, impact: { schedule: 5 } },
  ],
  ...rest,
});

/** Three critical threats on one milestone, each in another way; the plan of the milestone is longer than the time left. */
const program = aProgram([
  {
    ...{ id: 'M-1', status: 'committed', committed_date: '2026-03-20' },
    ...{ external_commitment: true, forecast_date: '2026-03-20', owner: 'ana', gate: 'G-1' },
    estimate: { optimistic: 50, likely: 50, pessimistic: 50 },
    forecast_history: [{ as_of: '2026-03-09', date: '2026-03-20', by: 'ana' }],
  },
  { id: 'G-1', type: 'go_no_go', status: 'in_review', milestone: 'M-1' },
  threat('R-1', { affects: ['M-1'] }),
  threat('R-2', { links: [{ rel: 'affects', to: 'M-1' }] }),
  threat('R-3', {
    quantitative: {
      probability_pct: 90,
      schedule_days: { min: 1, likely: 2, max: 3 },
      applies_to: ['M-1'],
    },
  }),
  { id: 'ESC-1', status: 'open', subject: ['M-1'] },
  { id: 'DEC-1', status: 'requested', affects: ['M-1'] },
]);
const all = ['R-1', 'R-2', 'R-3'];
const ids = (risks: readonly { id: string }[]) => risks.map(({ id }) => id).toSorted();
const built = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
  if (!result.ok) throw new Error('no report');
  return result.value;
};

test('a risk is in each report in whatever way it affects the subject', () => {
  expect(ids(built(buildGoNoGo(program, 'G-1', asOf)).risks)).toEqual(all);
  expect(ids(built(buildEscalationBrief(program, 'ESC-1', asOf)).risks)).toEqual(all);
  expect(ids(built(buildDecisionBrief(program, 'DEC-1', asOf)).risks)).toEqual(all);
});

test('a brief judges its milestones with the float of the plan', () => {
  const calm = aProgram([
    {
      ...{ id: 'M-1', status: 'committed', committed_date: '2026-03-20' },
      ...{ external_commitment: true, forecast_date: '2026-03-20', owner: 'ana' },
      estimate: { optimistic: 50, likely: 50, pessimistic: 50 },
      forecast_history: [{ as_of: '2026-03-09', date: '2026-03-20', by: 'ana' }],
    },
    { id: 'ESC-1', status: 'open', subject: ['M-1'] },
  ]);
  const { subjects, cause } = built(buildEscalationBrief(calm, 'ESC-1', asOf));
  expect(cause.facts.map(({ said }) => said.code)).toContain('health.negative_float');
  expect(subjects.map(({ id, rag }) => [id, rag])).toEqual([['M-1', 'red']]);
});

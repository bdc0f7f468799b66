import { expect, test } from 'vitest';
import { milestoneHealth } from '../health/milestone-health.ts';
import { aProgram } from '../schedule/a-program.ts';
import { detect } from './detect.ts';

/** The worked example of domain appendix A: R-12, D-21, DEC-5 and M-4, read on 10 March 2026. */
const holidays = ['2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25'];
const program = aProgram(
  [
    {
      id: 'R-12',
      status: 'treating',
      owner: 'ana.silva',
      raised: '2026-02-16',
      affects: ['M-4', 'D-21'],
      proximity: { from: '2026-03-30', to: '2026-05-15' },
      trigger: { date: '2026-03-23' },
      assessments: [
        { at: '2026-02-16', state: 'inherent', probability: 4, impact: { schedule: 4, cost: 2 } },
        { at: '2026-03-02', probability: 4, impact: { schedule: 4, cost: 2 }, probability_pct: 60 },
      ],
      response: { strategy: 'mitigate', actions: ['ACT-9'], due: '2026-03-20' },
      review_due: '2026-03-09',
    },
    {
      id: 'M-4',
      status: 'committed',
      owner: 'tom.berg',
      type: 'release',
      external_commitment: true,
      start_date: '2026-03-16',
      baseline_date: '2026-05-29',
      committed_date: '2026-06-12',
      baseline_history: [
        { at: '2026-01-26', to: '2026-05-29' },
        { at: '2026-02-27', from: '2026-05-29', to: '2026-06-12' },
      ],
      forecast_date: '2026-06-19',
      forecast_history: [
        { as_of: '2026-02-27', date: '2026-06-12' },
        { as_of: '2026-03-06', date: '2026-06-19' },
      ],
      estimate: { optimistic: 45, likely: 55, pessimistic: 80 },
      predecessors: [{ on: 'M-2' }, { on: 'D-21' }],
      gate: 'G-2',
    },
    {
      id: 'D-21',
      status: 'negotiating',
      owner: 'ana.silva',
      raised: '2026-02-10',
      type: 'vendor',
      consumer: { team: 'TM-3', owner: 'tom.berg', milestone: 'M-4' },
      provider: { team: 'TM-9', owner: 'vera.novak', vendor: true },
      need_by: '2026-04-13',
      proposals: [{ at: '2026-03-05', by: 'vera.novak', date: '2026-04-27' }],
      lead_time_days: 25,
    },
    {
      id: 'DEC-5',
      status: 'requested',
      requested_on: '2026-03-05',
      needed_by: '2026-03-12',
      affects: ['M-4', 'D-21'],
    },
  ],
  { charter: { calendar: { holidays: holidays.map((date) => ({ date })) } } },
);
const { signals } = detect(program, {}, '2026-03-10');
const about = (rule: string) => signals.filter((signal) => signal.rule === rule);

test('S-01 on R-12: seven days since the last look are over, and the review was due', () => {
  expect(about('S-01')).toMatchObject([
    {
      subjects: ['R-12'],
      severity: 'high',
      facts: { interval: 7, last: '2026-03-02' },
      since: '2026-03-10',
    },
  ]);
});

test('S-03, S-12 and S-21 stay silent', () => {
  expect(['S-03', 'S-12', 'S-21'].flatMap(about)).toEqual([]);
});

test('S-08 on D-21: ten working days late, critical since M-4 is external', () => {
  expect(about('S-08')).toMatchObject([
    { severity: 'critical', facts: { gap: 10, forecast: '2026-04-27', need_by: '2026-04-13' } },
  ]);
});

test('S-09 on D-21: 22 working days left, lead time 25', () => {
  expect(about('S-09')).toMatchObject([{ subjects: ['D-21'], facts: { left: 22, lead: 25 } }]);
});

test('M-4 is red: promised outside and forecast five working days late', () => {
  expect(milestoneHealth(program, 'M-4', '2026-03-10')).toMatchObject({ rag: 'red' });
});

import { expect, test } from 'vitest';
import type { Bound } from './kpi.ts';
import { kpis } from './kpis.ts';

const say = (bound: Bound | undefined): string => (bound === undefined ? 'trend' : bound.join(' '));

test('the nineteen KPIs have the keys, units, directions and targets of readings H and G.22', () => {
  const rows = kpis.map(({ number, key, unit, better, target }) =>
    [number, key, unit, better, say(target?.ok), say(target?.warn)].join(' | '),
  );
  expect(rows).toEqual([
    '1 | milestone_on_time | percent | up | >= 80 | >= 70',
    '2 | schedule_variance | percent | down | < 10 | < 20',
    '3 | scope_change_rate | percent | down | trend | trend',
    '4 | decision_latency | working_days | down | < 5 | <= 10',
    '5 | dependency_aging | days | down | < 14 | < 28',
    '6 | critical_risk_count | count | down | <= 0 | <= 0',
    '7 | risk_burn_down | percent | up | >= 30 | >= 15',
    '8 | issue_reopen_rate | percent | down | < 10 | < 20',
    '9 | readiness_pass_rate | percent | up | >= 95 | >= 90',
    '10 | defect_escape_rate | percent | down | trend | trend',
    '11 | change_failure_rate | percent | down | < 15 | < 30',
    '12 | mean_time_to_restore | hours | down | trend | trend',
    '13 | stakeholder_confidence | score | up | >= 4.2 | >= 3.5',
    '14 | communication_sla | percent | up | >= 100 | >= 90',
    '15 | action_closure_rate | percent | up | >= 85 | >= 70',
    '16 | benefits_realization | percent | up | >= 70 | >= 50',
    '17 | cost_variance | percent | zero | <= 5 | <= 10',
    '18 | team_friction | index | down | trend | trend',
    '19 | governance_effectiveness | percent | up | > 80 | > 60',
  ]);
});

import { expect, test } from 'vitest';
import { aProgram } from '../context/a-program.ts';
import { milestoneHealth } from './milestone-health.ts';
import { programHealth, workstreamHealth } from './program-health.ts';

type Fields = Record<string, unknown>;
const asOf = '2026-03-10';
const good = {
  id: 'M-4',
  status: 'committed',
  workstream: 'WS-2',
  committed_date: '2026-05-12',
  forecast_date: '2026-05-12',
  forecast_history: [{ as_of: '2026-03-06', date: '2026-05-12' }],
};
const late = {
  forecast_date: '2026-05-19',
  forecast_history: [
    { as_of: '2026-02-27', date: '2026-05-12' },
    { as_of: '2026-03-05', date: '2026-05-19' },
    { as_of: '2026-03-06', date: '2026-05-19' },
  ],
};
const critical = [{ at: '2026-03-02', probability: 4, impact: { cost: 4 } }];

const health = (
  fields: Fields,
  others: (Fields & { id: string })[] = [],
  computed?: Parameters<typeof milestoneHealth>[3],
) => {
  const result = milestoneHealth(
    aProgram([{ ...good, ...fields }, ...others]),
    'M-4',
    asOf,
    computed,
  );
  return [result?.rag, ...(result?.why.map(({ code }) => code) ?? [])];
};

test('on time and confirmed within 14 days is green, on the fifteenth it is grey', () => {
  expect(health({})).toEqual(['green']);
  const confirmed = (as_of: string) => ({ forecast_history: [{ as_of, date: '2026-05-12' }] });
  expect(health(confirmed('2026-02-24'))).toEqual(['green']);
  expect(health(confirmed('2026-02-23'))).toEqual(['grey', 'health.forecast_old']);
  expect(health({ forecast_history: [] })).toEqual(['grey', 'health.no_forecast']);
});

test('a late forecast is amber inside, red when promised outside, since the day it was made', () => {
  expect(health(late)).toEqual(['amber', 'health.late']);
  expect(health({ ...late, type: 'external' })).toEqual(['red', 'health.late_external']);
  const program = aProgram([{ ...good, ...late, external_commitment: true }]);
  expect(milestoneHealth(program, 'M-4', asOf)?.why[0]).toMatchObject({
    facts: { days: 5, committed: '2026-05-12', forecast: '2026-05-19' },
    since: '2026-03-05',
    level: 'critical',
  });
});

test('overdue is red from the day after the committed date', () => {
  expect(health({ committed_date: '2026-03-09', forecast_date: '2026-03-09' })[0]).toBe('red');
  expect(health({ committed_date: asOf, forecast_date: asOf })[0]).toBe('green');
});

test('float, chance and 80 percent date count where the schedule knows them', () => {
  expect(health({}, [], { totalFloat: -1 })).toEqual(['red', 'health.negative_float']);
  expect(health({}, [], { totalFloat: 5 })).toEqual(['amber', 'health.low_float']);
  expect(health({}, [], { totalFloat: 6, p80: '2026-05-12', probability: 10 })).toEqual(['green']);
  expect(health({}, [], { p80: '2026-05-13' })).toEqual(['amber', 'health.p80_late']);
  expect(health({ external_commitment: true }, [], { probability: 49 })[0]).toBe('red');
});

test('a gate within five working days with open mandatory checks is red, unless waived or passed', () => {
  const gate = { id: 'G-2', milestone: 'M-4', review_date: '2026-03-17' };
  expect(health({}, [gate, { id: 'G-2.1' }])).toEqual(['red', 'health.gate_unmet']);
  expect(health({}, [{ ...gate, review_date: '2026-03-18' }, { id: 'G-2.1' }])).toEqual(['green']);
  expect(health({}, [gate, { id: 'G-2.1', status: 'met' }])).toEqual(['green']);
  const waiver = { by: 'x', at: '2026-03-01', reason: 'x', expires: '2026-04-01' };
  expect(health({}, [gate, { id: 'G-2.1', status: 'waived', waiver }])).toEqual(['green']);
  const decision = { outcome: 'go', at: '2026-03-09', by: 'x' };
  expect(health({}, [{ ...gate, decision }, { id: 'G-2.1' }])).toEqual(['green']);
});

test('critical risks are amber, red when nobody manages them', () => {
  const risk = {
    id: 'R-12',
    status: 'treating',
    owner: 'ana',
    affects: ['M-4'],
    assessments: critical,
    response: { strategy: 'mitigate', due: '2026-03-20' },
  };
  expect(health({}, [risk])).toEqual(['amber', 'health.risk']);
  expect(health({}, [{ ...risk, owner: undefined }])).toEqual(['red', 'health.unmanaged_risk']);
  expect(health({}, [{ ...risk, status: 'closed' }])).toEqual(['green']);
});

test('dependencies late or not committed in their lead time, and overdue decisions, are amber', () => {
  const need = { id: 'D-1', consumer: { milestone: 'M-4' }, need_by: '2026-04-07' };
  const promised = { ...need, status: 'committed', committed_date: '2026-04-08' };
  expect(health({}, [promised])).toEqual(['amber', 'health.dependency_late']);
  expect(health({}, [need])).toEqual(['amber', 'health.dependency_uncommitted']);
  expect(health({}, [{ ...need, need_by: '2026-04-08' }])).toEqual(['green']);
  expect(health({}, [{ ...promised, status: 'accepted' }])).toEqual(['green']);
  const decision = { id: 'DEC-5', status: 'requested', affects: ['M-4'], needed_by: '2026-03-09' };
  expect(health({}, [decision])).toEqual(['amber', 'health.decision_overdue']);
  expect(health({}, [{ ...decision, needed_by: asOf }])).toEqual(['green']);
});

test('achieved is complete; planned without dates has not started', () => {
  expect(health({ status: 'achieved' })).toEqual(['complete']);
  expect(
    health({ status: 'planned', committed_date: undefined, forecast_date: undefined }),
  ).toEqual(['not_started']);
});

test('a workstream is its worst milestone due in 90 days, the program its worst workstream or budget', () => {
  const far = { ...good, ...late, id: 'M-5', type: 'external', committed_date: '2026-06-09' };
  const program = aProgram(
    [
      good,
      { ...far, forecast_date: '2026-07-01' },
      { ...good, id: 'M-6', workstream: 'WS-3', ...late },
      {
        id: 'COST-2026-02',
        as_of: '2026-02-28',
        lines: [{ actual: 60, forecast_to_complete: 51 }],
      },
    ],
    { charter: { budget: { bac: 100 } } },
  );
  expect(workstreamHealth(program, 'WS-2', asOf).rag).toBe('green');
  expect(workstreamHealth(program, 'WS-3', asOf).rag).toBe('amber');
  expect(workstreamHealth(program, 'WS-9', asOf).rag).toBe('not_started');
  const whole = programHealth(program, asOf);
  expect(whole.rag).toBe('red');
  expect(whole.why[0]).toMatchObject({
    code: 'health.budget',
    facts: { from: 'budget', eac: 111 },
  });
  const cheaper = programHealth(
    aProgram([good, { ...good, ...late, id: 'M-6', workstream: 'WS-3' }]),
    asOf,
  );
  expect(cheaper).toMatchObject({ rag: 'amber', why: [{ facts: { from: 'M-6' } }] });
});

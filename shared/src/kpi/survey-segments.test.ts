import { expect, test } from 'vitest';
import { aFigure } from './a-figure.ts';

const group = (role_group: string, n: number, mean: number, more = {}) => ({
  ...{ role_group, n, mean },
  ...more,
});
const survey = (id: string, groups: object[], more = {}) => ({
  ...{ id, kind: 'stakeholder_confidence', period: '2026-03', groups },
  ...more,
});

test('a workstream has the groups that name it, and the program all', () => {
  const kpi = aFigure('stakeholder_confidence', [
    { id: 'WS-1' },
    survey('SUR-2026-03', [
      group('dev', 4, 5, { workstream: 'WS-1' }),
      group('ops', 4, 3, { workstream: 'WS-2' }),
    ]),
  ]);
  expect(kpi).toMatchObject({ value: 4, n: 8, numerator: 32, denominator: 8 });
  expect(kpi.segments['WS-1']).toMatchObject({ value: 5, n: 4 });
});

test('single answers count for the workstream they name', () => {
  const answer = (workstream: string, score: number) => ({
    ...{ role_group: 'dev', workstream, scores: { q1: score } },
  });
  const responses = [...[5, 5, 5].map((score) => answer('WS-1', score)), answer('WS-2', 1)];
  const kpi = aFigure('stakeholder_confidence', [
    { id: 'WS-1' },
    survey('SUR-2026-03', [], { responses }),
  ]);
  expect(kpi).toMatchObject({ value: 4, n: 4 });
  expect(kpi.segments['WS-1']).toMatchObject({ value: 5, n: 3 });
});

test('a rate of response needs every group to say how many were asked', () => {
  const rate = (...groups: object[]) =>
    aFigure('stakeholder_confidence', [survey('SUR-2026-03', groups)]).details.response_rate;
  expect(rate(group('dev', 3, 4, { invited: 4 }), group('ops', 3, 4, { invited: 8 }))).toBe(50);
  expect(rate(group('dev', 3, 4, { invited: 4 }), group('ops', 3, 4))).toBeNull();
  expect(rate(group('dev', 0, 4, { invited: 0 }))).toBeNull();
  expect(rate()).toBeNull();
});

test('void surveys and those of another kind are left out; groups stand apart', () => {
  const kpi = aFigure('stakeholder_confidence', [
    survey('SUR-2026-03', [group('dev', 3, 4)]),
    survey('SUR-2026-03-b', [group('dev', 9, 1)], { status: 'void' }),
    survey('SUR-2026-03-c', [group('dev', 9, 1)], { kind: 'team_friction' }),
  ]);
  expect(kpi.details.groups).toEqual([{ survey: 'SUR-2026-03', role_group: 'dev', n: 3, mean: 4 }]);
  expect(kpi.items).toEqual([{ id: 'SUR-2026-03', value: 3 }]);
});

import { expect, test } from 'vitest';
import { aFigure } from './a-figure.ts';
import { periodEnd } from './survey-answers.ts';

type Records = Parameters<typeof aFigure>[1];
const survey = (id: string, groups: object[], more = {}) => ({
  id,
  kind: 'stakeholder_confidence',
  period: '2026-03',
  groups,
  ...more,
});
const confidence = (records: Records) => aFigure('stakeholder_confidence', records);

test('confidence is the mean over respondents, groups under three left out everywhere', () => {
  const kpi = confidence([
    survey('SUR-2026-03', [
      { role_group: 'exec', n: 3, mean: 5, invited: 4 },
      { role_group: 'eng', n: 9, mean: 4, invited: 12 },
      { role_group: 'ops', n: 2, mean: 1, invited: 4 },
    ]),
  ]);
  expect(kpi).toMatchObject({ value: 4.25, n: 12, numerator: 51, denominator: 12, status: 'ok' });
  expect(kpi.excluded).toEqual([{ id: 'SUR-2026-03', reason: 'group-under-3' }]);
  expect(kpi.details.response_rate).toBe(70);
  expect(kpi.completeness).toBe(100);
});

test('single responses are read: the mean of each first', () => {
  const answer = (a: number, b: number) => ({ role_group: 'eng', scores: { q1: a, q2: b } });
  const kpi = confidence([
    survey('SUR-2026-03', [], { responses: [answer(5, 3), answer(4, 4), answer(1, 1)] }),
  ]);
  expect(kpi.value).toBe(3);
});

test('a survey counts where its period ends; none is no figure', () => {
  const groups = [{ role_group: 'eng', n: 5, mean: 4 }];
  expect(confidence([survey('SUR-2026-Q1', groups, { period: '2026-Q1' })]).n).toBe(5);
  expect(confidence([survey('SUR-2026-04', groups, { period: '2026-04' })]).value).toBeNull();
  expect([periodEnd('2026-02'), periodEnd('2026-Q4'), periodEnd('2026-13')]).toEqual([
    '2026-02-28',
    '2026-12-31',
    undefined,
  ]);
});

const friction = (records: Records) => aFigure('team_friction', records);
const team = (id: string) => ({ id });

test('friction weighs survey, blockers and rework', () => {
  const kpi = friction([
    survey('SUR-2026-03-team', [{ role_group: 'eng', n: 4, mean: 3 }], { kind: 'team_friction' }),
    team('TM-1'),
    {
      id: 'D-1',
      consumer: { team: 'TM-1' },
      provider: { team: 'TM-2' },
      blocked: { since: '2026-03-10', reason: 'x' },
    },
    { id: 'D-2', status: 'accepted', accepted_on: '2026-03-12' },
    {
      id: 'I-1',
      status: 'in_progress',
      reopenings: [{ on: '2026-03-20', previous_closed_on: '2026-03-10' }],
    },
  ]);
  const blockers = 100 / (31 / 7) / 3;
  expect(kpi.details).toMatchObject({ survey: 50, rework: 50, partial: false });
  expect(kpi.details.blockers).toBeCloseTo(blockers, 9);
  expect(kpi.value).toBeCloseTo(0.5 * 50 + 0.25 * blockers + 0.25 * 50, 9);
});

test('without a survey the measured parts stand alone, flagged; without any part there is no figure', () => {
  const same = {
    id: 'D-1',
    consumer: { team: 'TM-1' },
    provider: { team: 'TM-1' },
    blocked: { since: '2026-03-10', reason: 'x' },
  };
  expect(friction([team('TM-1'), same])).toMatchObject({
    value: 0,
    n: 1,
    details: { partial: true },
  });
  expect(friction([])).toMatchObject({ value: null, n: 0 });
});

const escalated = (id: string, more = {}) => ({
  id,
  status: 'resolved',
  resolved_on: '2026-03-10',
  target_level: 'L2',
  resolved_level: 'L2',
  ...more,
});

test('an escalation is effective at its right level, once, without rework', () => {
  const kpi = aFigure('governance_effectiveness', [
    escalated('ESC-1'),
    escalated('ESC-2', { resolved_level: 'L3' }),
    escalated('ESC-3', { status: 're_escalated' }),
    escalated('ESC-4', { rework: true }),
    { id: 'ESC-5', status: 'open', raised_on: '2026-03-30' },
  ]);
  expect(kpi).toMatchObject({ value: 25, n: 4, details: { open: [{ id: 'ESC-5', days: 1 }] } });
  expect(kpi.excluded).toEqual([{ id: 'ESC-5', reason: 'open' }]);
});

test('an escalation without its levels is named; none resolved is no figure', () => {
  const kpi = aFigure('governance_effectiveness', [
    escalated('ESC-1', { target_level: undefined }),
  ]);
  expect(kpi).toMatchObject({ value: null, excluded: [{ reason: 'missing-target-level' }] });
});

import { expect, test } from 'vitest';
import { heardFrom } from './a-signal.ts';

const decision = (more = {}) => ({
  id: 'DEC-1',
  status: 'requested',
  requested_on: '2026-03-05',
  ...more,
});

test('S-21: past the needed day, or older than its class allows', () => {
  expect(heardFrom('S-21', [decision({ needed_by: '2026-03-09' })])).toEqual([
    'past-need high DEC-1',
  ]);
  expect(heardFrom('S-21', [decision({ needed_by: '2026-03-10' })])).toEqual([]);
  expect(heardFrom('S-21', [decision({ requested_on: '2026-03-02' })])).toEqual([
    'too-old high DEC-1',
  ]);
  expect(heardFrom('S-21', [decision({ requested_on: '2026-03-03' })])).toEqual([]);
  expect(heardFrom('S-21', [decision({ class: 'urgent' })])).toEqual(['too-old high DEC-1']);
  expect(heardFrom('S-21', [decision({ status: 'draft', needed_by: '2026-01-01' })])).toEqual([]);
});

test('S-21: critical when it holds up the critical path', () => {
  const blocking = decision({ needed_by: '2026-03-09', affects: ['M-1'] });
  const plan = { id: 'M-1', estimate: { duration_days: 5 } };
  expect(heardFrom('S-21', [blocking, plan])).toEqual(['past-need critical DEC-1']);
});

const asked = (n: number, approver: string) => decision({ id: `DEC-${n}`, approver });

test('S-22: three open decisions and half of all on one person', () => {
  const six = [1, 2, 3]
    .map((n) => asked(n, 'maria'))
    .concat([4, 5, 6].map((n) => asked(n, `p${n}`)));
  expect(heardFrom('S-22', six)).toEqual(['single-approver warn maria']);
  expect(heardFrom('S-22', [...six, asked(7, 'p7')])).toEqual([]);
  expect(heardFrom('S-22', [asked(1, 'maria'), asked(2, 'maria')])).toEqual([]);
});

test('S-23: five items of the critical path on one person, or a third of the log on the manager', () => {
  const milestone = (n: number, owner: string) => ({
    id: `M-${n}`,
    status: 'committed',
    owner,
    estimate: { duration_days: 5 },
  });
  const five = [1, 2, 3, 4, 5].map((n) => milestone(n, 'tom'));
  expect(heardFrom('S-23', five)).toEqual(['single-owner warn tom']);
  expect(heardFrom('S-23', five.slice(1))).toEqual([]);
  const action = (n: number, owner: string) => ({ id: `ACT-${n}`, owner });
  const charter = { program_manager: 'sam' };
  const three = [action(1, 'sam'), action(2, 'a'), action(3, 'b')];
  expect(heardFrom('S-23', three, { charter })).toEqual(['over-centralised warn sam']);
  expect(heardFrom('S-23', [...three, action(4, 'c')], { charter })).toEqual([]);
});

test('S-24: more than 5% of unapproved scope warns, more than 10% is high', () => {
  const charter = { scope: { baseline: { date: '2026-01-15', size: 100 } } };
  const change = { id: 'CR-1', status: 'approved', external: [{ system: 'jira', key: 'PAY-9' }] };
  const heard = (size: number, addedAt = '2026-02-01') =>
    heardFrom('S-24', [change], {
      charter,
      activity: {
        scopeItems: [
          { key: 'PAY-1', addedAt, size },
          { key: 'PAY-9', addedAt, size: 50 },
        ],
      },
    });
  expect([heard(5), heard(6), heard(10), heard(11), heard(50, '2026-01-15')]).toEqual([
    [],
    ['scope-creep warn program'],
    ['scope-creep warn program'],
    ['scope-creep high program'],
    [],
  ]);
});

const action = (n: number, more = {}) => ({
  id: `ACT-${n}`,
  owner: 'tom',
  due: '2026-03-09',
  ...more,
});

test('S-30: three overdue actions of one owner, and few closed in time two months running', () => {
  const three = [1, 2, 3].map((n) => action(n));
  expect(heardFrom('S-30', three)).toEqual(['owner-overdue warn tom']);
  expect(heardFrom('S-30', [...three.slice(1), action(4, { due: '2026-03-10' })])).toEqual([]);
  const late = (n: number, due: string) => action(n, { owner: `p${n}`, due });
  const both = [late(1, '2026-03-01'), late(2, '2026-02-01')];
  expect(heardFrom('S-30', both)).toEqual(['closing-slowly warn program']);
  expect(heardFrom('S-30', both.slice(1))).toEqual([]);
});

const meeting = (day: string, more = {}) => ({
  id: `MTG-${day}-x`,
  forum: 'steering',
  at: day,
  status: 'held',
  ...more,
});

test('S-31: two meetings in a row without outcome, and minutes owed', () => {
  const [first, second] = [meeting('2026-02-03'), meeting('2026-03-03')];
  expect(heardFrom('S-31', [first, second])).toEqual([
    'no-outcome info MTG-2026-02-03-x MTG-2026-03-03-x',
  ]);
  expect(heardFrom('S-31', [first, { ...second, actions: ['ACT-1'] }])).toEqual([]);
  expect(heardFrom('S-31', [first, { ...second, forum: 'ccb' }])).toEqual([]);
  const owed = (due: string) => [meeting('2026-03-03', { minutes_due_at: due })];
  expect(heardFrom('S-31', owed('2026-03-09'))).toEqual(['minutes-owed info MTG-2026-03-03-x']);
  expect(heardFrom('S-31', owed('2026-03-10'))).toEqual([]);
});

test('S-34: violations are passed on, and without looking for them nothing is claimed', () => {
  const violations = [{ rule: 'DR-06', record: 'M-1', code: 'missing' }];
  expect(heardFrom('S-34', [], { activity: { violations } })).toEqual([
    'right-violated critical M-1 DR-06',
  ]);
  expect(heardFrom('S-34', [], { activity: { violations: [] } })).toEqual([]);
});

test('S-38: late enabler, broken assumption, below 70% of plan', () => {
  const benefit = (actual: number, more = {}) => ({
    id: 'B-1',
    status: 'tracking',
    nature: 'financial',
    profile: [{ period_end: '2026-02-28', planned: 100, actual }],
    ...more,
  });
  expect(heardFrom('S-38', [benefit(69)])).toEqual(['below-plan warn B-1']);
  expect(heardFrom('S-38', [benefit(70)])).toEqual([]);
  const enabled = benefit(100, { enablers: ['M-1'], assumptions: ['A-1'] });
  const around = (day: string, status: string) => [
    enabled,
    { id: 'M-1', forecast_date: day },
    { id: 'A-1', status },
  ];
  expect(heardFrom('S-38', around('2026-03-01', 'invalid'))).toEqual([
    'assumption-broken warn B-1 A-1',
    'enabler-late warn B-1 M-1',
  ]);
  expect(heardFrom('S-38', around('2026-02-28', 'open'))).toEqual([]);
});

test('S-39: five working days to assess, two to review an emergency', () => {
  const change = (more: object) => [{ id: 'CR-1', status: 'submitted', ...more }];
  expect(heardFrom('S-39', change({ submitted_on: '2026-03-02' }))).toEqual([
    'unassessed warn CR-1',
  ]);
  expect(heardFrom('S-39', change({ submitted_on: '2026-03-03' }))).toEqual([]);
  expect(
    heardFrom('S-39', change({ submitted_on: '2026-03-02', assessed_on: '2026-03-09' })),
  ).toEqual([]);
  const emergency = (on: string) =>
    change({ urgency: 'emergency', status: 'implemented', implemented_on: on });
  expect(heardFrom('S-39', emergency('2026-03-05'))).toEqual(['emergency-unreviewed warn CR-1']);
  expect(heardFrom('S-39', emergency('2026-03-06'))).toEqual([]);
});

import { expect, test } from 'vitest';
import { asked, rulesFor, rulesForCharter, type Side } from './a-change.ts';

const heard = (before: Side, after: Side) => asked(before, after).map((each) => each.slice(0, 5));

test('DR-01: reports and cadence are for the program manager', () => {
  const communications = [{ id: 'weekly', artefact: 'weekly_status', cadence: 'weekly' }];
  expect(rulesForCharter({}, { communications })).toEqual(['DR-01']);
  expect(asked({}, { charter: { communications } })).toEqual([
    'DR-01 program.yaml program_manager@program',
  ]);
  expect(rulesForCharter({}, { name: 'Renamed' })).toEqual([]);
});

test('DR-02: the format of the records and the risk matrix are for the program manager', () => {
  const risk_appetite = { tolerance_exposure: 5 };
  expect(asked({}, { charter: { risk_appetite } })).toEqual([
    'DR-02 program.yaml program_manager@program',
  ]);
  expect(rulesForCharter({}, { format: 'milepost/2' })).toEqual(['DR-02']);
});

test('DR-13: a forum that serves several programs is for the director', () => {
  const forum = (programs: string[], chair: string) => ({
    forums: [{ id: 'steering', programs, chair }],
  });
  expect(
    asked({ charter: forum(['a', 'b'], 'eva') }, { charter: forum(['a', 'b'], 'tom') }),
  ).toEqual(['DR-13 program.yaml pm_director@program']);
  expect(rulesForCharter(forum(['a'], 'eva'), forum(['a'], 'tom'))).toEqual([]);
  expect(rulesForCharter(forum(['a'], 'eva'), forum(['a', 'b'], 'eva'))).toEqual(['DR-13']);
});

test('DR-14: what is measured and when it is escalated is for the director', () => {
  for (const field of ['kpi_targets', 'signals', 'escalation']) {
    const after = { policy: { [field]: { x: 1 } } };
    expect(asked({}, after).slice(0, 1)).toEqual(['DR-14 policy.yaml pm_director@program']);
  }
  expect(heard({}, { policy: { controlled: ['DR-01'] } })).toEqual(['DR-21', 'DR-21']);
});

test('DR-15: another program manager is for the director', () => {
  expect(asked({}, { charter: { program_manager: 'sam' } })).toEqual([
    'DR-15 program.yaml pm_director@program',
  ]);
  const holding = (role: string) => ({ roles: [{ role, person: 'sam' }] });
  expect(heard({}, holding('program_manager'))).toContain('DR-15');
  expect(heard({}, holding('finance'))).not.toContain('DR-15');
  expect(rulesForCharter({ program_manager: 'sam' }, { sponsor: 'maria' })).toEqual([]);
});

test('DR-16: an architecture decision is for the architecture or engineering lead', () => {
  const decision = (more = {}) => ({
    id: 'DEC-1',
    status: 'requested',
    tags: ['architecture'],
    ...more,
  });
  expect(asked({ records: [decision()] }, { records: [decision({ status: 'decided' })] })).toEqual([
    'DR-16 DEC-1 architecture_lead|engineering_lead@program',
  ]);
  const outcome = { outcome: { option: 'B' } };
  expect(rulesFor(decision({ status: 'decided' }), outcome)).toEqual(['DR-16']);
  expect(rulesFor(decision(), { status: 'deferred' })).toEqual([]);
  expect(rulesFor(decision({ tags: ['ui'] }), { status: 'decided' })).toEqual([]);
});

const window = (start: string, end: string) => ({
  change_window: { start: `2026-03-${start}:00:00Z`, end: `2026-03-${end}:00:00Z` },
});
const release = (more = {}) => ({
  id: 'REL-1',
  status: 'planned',
  ...window('14T10', '14T12'),
  ...more,
});
const frozen = (environments: string[] = []): Side => ({
  charter: {
    freeze_windows: [
      { id: 'F', start: '2026-03-14T12:00:00Z', end: '2026-03-16T00:00:00Z', environments },
    ],
  },
});

test('DR-19: a release inside a freeze is for the advisory board or operations', () => {
  const during = release(window('14T11', '14T13'));
  const side = (more = {}) => ({ ...frozen(), records: [{ ...during, ...more }] });
  expect(asked(side(), side({ status: 'approved' }))).toEqual([
    'DR-19 REL-1 cab|sre_ops_lead@program',
  ]);
  const approve = (from: object, rest = frozen(), status = 'approved') =>
    rulesFor(release(from), { status }, rest);
  expect(approve({})).toEqual([]);
  expect(approve(window('14T13', '14T14'), frozen(), 'executing')).toEqual(['DR-19']);
  expect(approve(window('15T23', '16T02'))).toEqual(['DR-19']);
  expect(approve(window('16T00', '16T02'))).toEqual([]);
  expect(approve(window('14T11', '14T13'), frozen(), 'completed')).toEqual([]);
  expect(approve({ change_window: undefined })).toEqual([]);
});

test('DR-19: a freeze of another environment does not count', () => {
  const in_ = (environments: string[], freeze: string[]) =>
    rulesFor(
      release({ ...window('14T13', '14T14'), environments }),
      { status: 'approved' },
      frozen(freeze),
    );
  expect(in_(['prod'], ['prod', 'stage'])).toEqual(['DR-19']);
  expect(in_(['prod'], ['stage'])).toEqual([]);
  expect(in_(['prod'], [])).toEqual(['DR-19']);
  expect(in_([], ['stage'])).toEqual(['DR-19']);
});

test('DR-19: and so is one that an open high risk names, itself or its milestone', () => {
  const risk = (more = {}) => ({
    id: 'R-1',
    status: 'open',
    affects: ['REL-1'],
    assessments: [{ at: '2026-03-01', probability: 2, impact: { cost: 5 } }],
    ...more,
  });
  const approve = (more = {}, from = {}) =>
    rulesFor(release(from), { status: 'approved' }, { records: [risk(more)] });
  expect(approve()).toEqual(['DR-19']);
  expect(approve({ status: 'treating' })).toEqual(['DR-19']);
  expect(approve({ affects: ['M-1'] }, { milestone: 'M-1' })).toEqual(['DR-19']);
  expect(approve({ affects: ['M-1'] })).toEqual([]);
  expect(approve({ status: 'accepted' })).toEqual([]);
  const rated = (probability: number, cost: number) => ({
    assessments: [{ at: '2026-03-01', probability, impact: { cost } }],
  });
  expect(approve(rated(5, 5))).toEqual(['DR-19']);
  expect(approve(rated(3, 3))).toEqual([]);
});

test('DR-21: who may decide what is for the director and the sponsor', () => {
  const both = (file: string) =>
    ['pm_director', 'executive_sponsor'].map((role) => `DR-21 ${file} ${role}@program`);
  const holding = { roles: [{ role: 'finance', person: 'sam' }] };
  expect(asked({}, holding)).toEqual(both('roles.yaml'));
  expect(asked({}, { policy: { controlled: ['DR-01'] } })).toEqual(both('policy.yaml'));
  expect(asked({}, { policy: { rules: [{ id: 'DR-05' }] } })).toEqual(both('policy.yaml'));
  expect(asked({}, { policy: { min_evidence: { 'DR-05': 'L0' } } })).toEqual(both('policy.yaml'));
  expect(asked({}, { charter: { profile: 'lite' } })).toEqual(both('program.yaml'));
});

test('DR-21: names and addresses are free to edit, roles in people.yaml are not', () => {
  const person = (more = {}): Side => ({ people: [{ id: 'ana', name: 'Ana', ...more }] });
  expect(heard(person(), person({ name: 'Anna' }))).toEqual([]);
  expect(heard(person(), { people: [] })).toEqual([]);
  expect(heard(person(), person({ roles: [{ role: 'finance' }] }))).toEqual(['DR-21', 'DR-21']);
});

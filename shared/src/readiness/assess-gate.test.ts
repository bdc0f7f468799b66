import { expect, test } from 'vitest';
import { aProgram } from '../context/a-program.ts';
import { assessGate } from './assess-gate.ts';
import type { SignOffEvidence } from './assessment.ts';

type Fields = Record<string, unknown>;
const asOf = '2026-06-01';
const roles = [
  { role: 'security_grc', person: 'ivy.chan', from: '2026-01-01' },
  { role: 'executive_sponsor', person: 'maria.keller' },
];
const people = [{ id: 'ivy.chan', name: 'Ivy Chan', github: 'ivyc', email: 'ivy@acme.example' }];
const gate = (fields: Fields = {}) => ({
  id: 'G-2',
  required_signoffs: [{ role: 'security_grc' }],
  ...fields,
});
const met = (id: string, fields: Fields = {}) => ({
  id,
  status: 'met',
  evidence: [{ url: 'https://ci.example/1', at: '2026-05-12', by: 'dan.roe' }],
  verified_by: 'li.wei',
  ...fields,
});
const digestOf = (records: readonly (Fields & { id: string })[]): string =>
  assessGate(aProgram([gate(), ...records]), 'G-2', asOf)?.digest ?? '';

function assess(
  records: readonly (Fields & { id: string })[],
  signOff: Fields,
  parts: { charter?: Fields; policy?: Fields; evidence?: SignOffEvidence; roles?: Fields[] } = {},
) {
  const signed = {
    gate: 'G-2',
    role: 'security_grc',
    signatory: 'ivy.chan',
    decision: 'approved',
    at: '2026-05-28T11:30:00+02:00',
    covers: digestOf(records),
    ...signOff,
  };
  const program = aProgram([gate(), ...records], { roles, people, ...parts, signOffs: [signed] });
  const assessed = assessGate(program, 'G-2', asOf, parts.evidence);
  if (assessed === undefined) throw new Error('the gate is there');
  return assessed;
}

const codes = (...args: Parameters<typeof assess>) =>
  assess(...args).signoffs[0]?.why.map(({ code }) => code);

test('all met and signed is go, with nothing missing', () => {
  const assessed = assess([met('G-2.1')], {});
  expect(assessed).toMatchObject({ verdict: 'go', strict: 100, mandatoryUnmet: 0, missing: [] });
  expect(assessed.signoffs[0]).toMatchObject({ state: 'valid', evidenceLevel: 'L0' });
});

test('the fixture of domain appendix A is not go: rollback unmet, reliability sign-off missing', () => {
  const records = [
    {
      id: 'G-2',
      required_signoffs: [{ role: 'security_grc' }, { role: 'sre_ops_lead' }],
    },
    { id: 'G-2.3', status: 'not_met', category: 'rollback', owner: 'dan.roe', due: '2026-05-29' },
  ];
  const assessed = assessGate(aProgram(records, { roles }), 'G-2', asOf);
  expect(assessed).toMatchObject({ verdict: 'no_go', met: 0, applicable: 1, mandatoryUnmet: 1 });
  expect(assessed?.missing.map(({ code, subject, whoCan }) => [code, subject, whoCan])).toEqual([
    ['criterion-unmet', 'G-2.3', ['dan.roe']],
    ['below-threshold', 'G-2', ['dan.roe']],
    ['signoff', 'security_grc', ['ivy.chan']],
    ['signoff', 'sre_ops_lead', []],
  ]);
});

test('17 of 19 met and one waived is 89.5 strict and 94.7 with waivers, both below 95', () => {
  const criteria = Array.from({ length: 17 }, (_, index) => met(`G-2.${index + 1}`));
  const waiver = { by: 'maria.keller', at: '2026-05-01', reason: 'r', expires: asOf };
  const records = [
    ...criteria,
    { id: 'G-2.18', status: 'waived', waiver, mandatory: false },
    { id: 'G-2.19', status: 'not_met', mandatory: false },
    { id: 'G-2.20', status: 'not_applicable', na_reason: 'no data' },
  ];
  const assessed = assess(records, {});
  expect(assessed.strict).toBeCloseTo(89.47, 2);
  expect(assessed.withWaivers).toBeCloseTo(94.74, 2);
  expect(assessed).toMatchObject({ applicable: 19, met: 17, waived: 1, notMet: 1 });
  expect(assessed.missing[0]?.facts).toMatchObject({ needed: 2 });
});

test('an empty set is not assessable, never 100 percent', () => {
  const assessed = assess([{ id: 'G-2.1', status: 'not_applicable' }], {});
  expect(assessed).toMatchObject({ verdict: 'not_assessable', strict: null });
  expect(assessed.missing.map(({ code }) => code)).toEqual(['no-criteria']);
});

test('a soundly waived mandatory criterion is unmet, and lets the gate go conditionally', () => {
  const waiver = { by: 'maria.keller', at: '2026-05-20', reason: 'r', expires: asOf, risk: 'R-1' };
  const acceptance = { by: 'x', at: '2026-05-01', authority_role: 'x', rationale: 'x' };
  const records = (expires: string, fields: Fields = {}) => [
    met('G-2.1'),
    { id: 'G-2.2', status: 'waived', waiver: { ...waiver, ...fields } },
    { id: 'R-1', status: 'accepted', acceptance: { ...acceptance, expires } },
  ];
  expect(assess(records('2026-07-01'), {})).toMatchObject({
    verdict: 'conditional_go',
    mandatoryUnmet: 1,
    waived: 1,
  });
  expect(assess(records('2026-05-31'), {}).verdict).toBe('no_go');
  expect(assess(records('2026-07-01', { by: 'dan.roe' }), {}).verdict).toBe('no_go');
  expect(assess(records('2026-07-01', { expires: '2026-05-31' }), {}).waived).toBe(0);
});

test.each<[string, Fields, string[]]>([
  ['covers another set', { covers: 'sha256:9ab3' }, ['covers-mismatch']],
  ['no digest', { covers: undefined }, ['no-digest']],
  ['is past its day', { valid_until: '2026-05-31' }, ['expired']],
  ['is signed by somebody else', { signatory: 'dan.roe' }, ['role-not-held']],
  ['was signed before the role', { at: '2025-12-31' }, ['role-not-held']],
  ['has no condition', { decision: 'approved_with_conditions' }, ['conditions-incomplete']],
  ['has no signatory', { signatory: undefined }, ['unsigned']],
  ['is pending', { decision: 'pending' }, ['pending']],
  ['is rejected', { decision: 'rejected' }, ['rejected']],
  ['is not required', { decision: 'not_required' }, ['not-required']],
])('a sign-off that %s is not valid', (_name, fields, expected) => {
  expect(codes([met('G-2.1')], fields)).toEqual(expected);
  expect(assess([met('G-2.1')], fields).verdict).toBe('no_go');
});

test('the signatory may be named by login or e-mail, and sign until the last valid day', () => {
  for (const signatory of ['@IvyC', 'ivy@acme.example'])
    expect(codes([met('G-2.1')], { signatory, valid_until: asOf })).toEqual([]);
});

test('conditions are actions with a due date', () => {
  const signOff = { decision: 'approved_with_conditions', conditions: ['ACT-14'] };
  expect(codes([met('G-2.1'), { id: 'ACT-14', due: '2026-06-10' }], signOff)).toEqual([]);
  expect(codes([met('G-2.1'), { id: 'ACT-14' }], signOff)).toEqual(['conditions-incomplete']);
});

test('a criterion that fell back after the signature is a reason of its own', () => {
  const fell = (at: string) => ({
    ...met('G-2.1'),
    status: 'not_met',
    log: [{ at, by: 'dan.roe', event: 'status', from: 'met', to: 'not_met' }],
  });
  expect(codes([fell('2026-05-28T11:31:00+02:00')], {})).toEqual(['criterion-regressed']);
  expect(codes([fell('2026-05-28T10:00:00+02:00')], {})).toEqual([]);
});

test('who signs for security is not the only author of its evidence', () => {
  const own = { evidence: [{ url: 'x', at: '2026-05-01', by: '@ivyc' }], category: 'security' };
  expect(codes([met('G-2.1', own)], {})).toEqual(['only-evidence-author']);
  expect(codes([met('G-2.1', { ...own, category: 'testing' })], {})).toEqual([]);
});

test('evidence below the policy makes it stale; another author than the signatory is only declared', () => {
  const path = 'gates/G-2/signoffs/security_grc.yaml';
  const policy = { min_evidence: { 'DR-18': 'L1' } };
  expect(codes([met('G-2.1')], {}, { policy })).toEqual(['evidence-too-low']);
  const reviewed: SignOffEvidence = new Map([[path, { level: 'L1' }]]);
  expect(codes([met('G-2.1')], {}, { policy, evidence: reviewed })).toEqual([]);
  const foreign: SignOffEvidence = new Map([
    [path, { level: 'L1', note: 'author-is-not-signatory' }],
  ]);
  const assessed = assess([met('G-2.1')], {}, { policy, evidence: foreign });
  expect(assessed.signoffs[0]).toMatchObject({
    evidenceLevel: 'L0',
    note: 'author-is-not-signatory',
  });
  expect(codes([met('G-2.1')], {}, { charter: { profile: 'regulated' } })).toEqual([
    'evidence-too-low',
  ]);
});

import { expect, test } from 'vitest';
import { Criterion } from '../record/criterion.ts';
import { Gate } from '../record/gate.ts';
import { criteriaDigest } from './criteria-digest.ts';
import { canonicalJson } from './digest.ts';

type Data = Record<string, unknown>;

const gateOf = (data: Data): Gate => Gate.parse({ id: 'G-2', title: 'Gate', ...data });
const criterionOf = (data: Data): Criterion => Criterion.parse({ title: 'Criterion', ...data });
const digest = (gate: Data, criteria: readonly Data[]): string =>
  criteriaDigest(gateOf(gate), criteria.map(criterionOf));

test('canonical JSON sorts keys, drops absent ones and keeps the order of lists', () => {
  expect(canonicalJson({ b: [2, 1], a: { z: 'é"', y: undefined }, c: null })).toBe(
    '{"a":{"z":"é\\""},"b":[2,1],"c":null}',
  );
});

const base = { id: 'G-2.1', statement: 'Rolls back', measure: { metric: 'm', operator: '<=' } };

test.each([
  ['status', { status: 'met' }],
  ['evidence', { evidence: [{ url: 'https://x', at: '2026-05-01', by: 'dan' }] }],
  ['owner, due and title', { owner: 'dan', due: '2026-05-01', title: 'Another' }],
  ['the measured value', { measure: { ...base.measure, actual: 62 } }],
  ['a waiver', { waiver: { by: 'x', at: '2026-05-01', reason: 'y', expires: '2026-06-01' } }],
])('%s is no part of what was signed', (_name, change) => {
  expect(digest({}, [{ ...base, ...change }])).toBe(digest({}, [base]));
});

test.each([
  ['statement', { statement: 'Rolls back fast' }],
  ['mandatory', { mandatory: false }],
  ['severity', { severity: 'high' }],
  ['kind', { kind: 'entry' }],
  ['category', { category: 'rollback' }],
  ['target', { measure: { ...base.measure, target: 45 } }],
  ['verification', { verification: 'url' }],
  ['query', { query: 'is:open' }],
  ['standard', { standard_ref: 'ORR-1' }],
  ['voiding it', { status: 'void' }],
])('%s changes the digest', (_name, change) => {
  expect(digest({}, [{ ...base, ...change }])).not.toBe(digest({}, [base]));
});

test('threshold and required sign-offs change the digest, the order of criteria does not', () => {
  const other = { id: 'G-2.2' };
  expect(digest({}, [base, other])).toBe(digest({}, [other, base]));
  expect(digest({ pass_threshold_pct: 90 }, [base])).not.toBe(digest({}, [base]));
  expect(digest({ required_signoffs: [{ role: 'qa_lead' }] }, [base])).not.toBe(digest({}, [base]));
  expect(digest({ status: 'decided', owner: 'sam' }, [base])).toBe(digest({}, [base]));
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { criteriaDigest } from '@milepost/shared/readiness/criteria-digest';
import { canonicalJson, digestOf } from '@milepost/shared/readiness/digest';
import { Criterion } from '@milepost/shared/record/criterion';
import { Gate } from '@milepost/shared/record/gate';
import fc from 'fast-check';
import { expect, test } from 'vitest';

type Data = Record<string, unknown>;
type Vector = { name: string; gate: Data; criteria: Data[]; digest: string };

const file = new URL('../../../shared/src/readiness/golden/criteria-digest.json', import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] };

const gateOf = (data: Data): Gate => Gate.parse({ id: 'G-2', title: 'Gate', ...data });
const criterionOf = (data: Data): Criterion => Criterion.parse({ title: 'Criterion', ...data });
const digest = (gate: Data, criteria: readonly Data[]): string =>
  criteriaDigest(gateOf(gate), criteria.map(criterionOf));

/** The second implementation: written from the ruling's text, with Node's hash and its own idea of canonical JSON. */
function secondDigest(gate: Data, criteria: readonly Data[]): string {
  const fields =
    'id statement mandatory severity kind category measure verification query standard_ref'.split(
      ' ',
    );
  const parsed = criteria.map(criterionOf).filter(({ status }) => status !== 'void');
  const picked = parsed.map((criterion) => {
    const pick: Data = {};
    for (const field of fields) pick[field] = structuredClone(criterion[field]);
    delete (pick.measure as Data | undefined)?.actual;
    return pick;
  });
  picked.sort((a, b) => Buffer.compare(Buffer.from(String(a.id)), Buffer.from(String(b.id))));
  const { pass_threshold_pct, required_signoffs } = gateOf(gate);
  const text = sortedText({ required_signoffs, pass_threshold_pct, criteria: picked });
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    const members = each as Data;
    return Object.fromEntries(
      Object.keys(members)
        .sort()
        .map((key) => [key, members[key]]),
    );
  });
}

test.each(vectors)('golden: $name', ({ gate, criteria, digest: expected }) => {
  expect(digest(gate, criteria)).toBe(expected);
  expect(secondDigest(gate, criteria)).toBe(expected);
});

test('there are golden vectors', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(5);
});

test('canonical JSON sorts keys, drops absent ones and keeps the order of lists', () => {
  expect(canonicalJson({ b: [2, 1], a: { z: 'é"', y: undefined }, c: null })).toBe(
    '{"a":{"z":"é\\""},"b":[2,1],"c":null}',
  );
  // Keys as in our files: the oracle's object order puts keys that look like numbers first.
  const key = fc.stringMatching(/^[a-z]\w{0,8}$/);
  const values = [
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ];
  fc.assert(
    fc.property(fc.object({ key, values, maxDepth: 3 }), (value) => {
      expect(canonicalJson(value)).toBe(sortedText(value));
    }),
  );
});

test('our SHA-256 agrees with crypto.subtle', async () => {
  for (const text of ['', 'abc', 'ä€😀'.repeat(100)]) {
    const bytes = new TextEncoder().encode(JSON.stringify(text));
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    expect(digestOf(text)).toBe(`sha256:${hash}`);
  }
});

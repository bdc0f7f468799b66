import { expect, test } from 'vitest';
import type { Finding } from '../program/finding.ts';
import { english } from './english.ts';
import { FORM_NAMES, fill, placesOf } from './fill.ts';
import { formatDay } from './format-day.ts';
import { countOf, percent, signed, wholeNumber } from './format-number.ts';
import { say, sayCode } from './say.ts';
import { sayFinding, sayRefusal, sayRequirement } from './say-finding.ts';
import { sayEvidenceLevel, sayMissing, saySignOffProblem, sayVerdict } from './say-readiness.ts';
import { sayReason, sayThrough } from './say-reason.ts';
import { hostFailureWords, sayStateWords, stateWords } from './state-words.ts';

test('days are said in words, with the year only when it is another', () => {
  expect(formatDay('2026-06-12', 2026)).toBe('12 Jun');
  expect(formatDay('2027-06-12', 2026)).toBe('12 Jun 2027');
  expect(formatDay('2026-06-12', undefined)).toBe('12 Jun 2026');
  expect(formatDay('2026-06-12', 2026, 'long')).toBe('12 June');
  expect(formatDay('2026-03-12', 2026, 'act')).toBe('Thu 12 Mar');
  expect(formatDay('soon', 2026)).toBe('soon');
});

test('numbers: true minus, no cents, and no rounding over a threshold', () => {
  expect([signed(5), signed(-2), signed(0)]).toEqual(['+5', '−2', '0']);
  expect([wholeNumber(18000), wholeNumber(-1234567.8), wholeNumber(-0.2)]).toEqual([
    '18,000',
    '−1,234,568',
    '0',
  ]);
  expect([percent(94.74, 95), percent(94.74), percent(95.2, 95), percent(94.96, 95)]).toEqual([
    '94.7%',
    '95%',
    '95%',
    '94.9%',
  ]);
  expect([countOf(1, 'day', 'days'), countOf(104, 'day', 'days')]).toEqual(['1 day', '104 days']);
});

test('optional parts go when a fact is absent, and facts are never read as templates', () => {
  expect(fill('by {who}[[ on {date|day}]]', { who: '{date}' }, 2026)).toBe('by {date}');
  expect(fill('{n|n:check:checks}[[ of {x}]]', { n: 1, x: '[[{y}]]' }, 2026)).toBe(
    '1 check of [[{y}]]',
  );
  expect(fill('{list}', { list: ['a', 'b'] }, undefined)).toBe('a, b');
});

test('every template uses forms that exist and ends without a full stop', () => {
  const templates = Object.entries(english).flatMap(([code, sentence]) =>
    Object.values(sentence).map((template) => ({ code, template })),
  );
  const bad = templates.filter(
    ({ template }) =>
      /[.!]$|please|sorry/i.test(template) ||
      placesOf(template).some(
        ({ form }) => form !== undefined && !FORM_NAMES.includes(form.split(':')[0] ?? ''),
      ),
  );
  expect(bad).toEqual([]);
});

test('another language falls back to English where it has a gap', () => {
  const catalogue = { 'state.deferred': { plain: 'verschoben' } };
  const deferred = { code: 'state.deferred', facts: {} };
  expect(say(deferred, 'badge', { catalogue })).toBe('verschoben');
  expect(say({ code: 'state.at_risk', facts: {} }, 'badge', { catalogue })).toBe('at risk');
  expect(sayCode('state.brand_new', {}, 'plain')).toBe('brand new');
});

test('reasons say the rule that matched', () => {
  expect(sayReason({ rule: 'trailer', value: 'M-4' })).toBe(
    'The description says Program-Item: M-4',
  );
  expect(sayReason({ rule: 'path', value: 'src/gateway/**' }, 'R-12')).toBe(
    'The file matches src/gateway/** in R-12',
  );
  expect(sayReason({ rule: 'path', value: 'src/**' })).toBe('The file matches src/**');
  expect(sayThrough('D-21')).toBe('Reached through D-21');
});

test('gates: problems of sign-offs and what is missing', () => {
  const at = '2026-05-28T11:30:00+02:00';
  const facts = { person: 'Dan', role: 'security_grc', at };
  expect(saySignOffProblem({ code: 'role-not-held', facts }, 'plain', { year: 2026 })).toBe(
    'Dan did not hold the role security grc on 28 May',
  );
  const evidence = { code: 'evidence-too-low', facts: { level: 'L0', least: 'L2' } } as const;
  expect(saySignOffProblem(evidence)).toBe('Only declared; at least enforced is needed');
  const missing = {
    code: 'below-threshold',
    subject: 'G-2',
    facts: { met: 17, applicable: 19, threshold: 95, needed: 2 },
    whoCan: [],
  } as const;
  expect(sayMissing(missing)).toBe('17 of 19 criteria met, 95% needed: 2 more');
  expect([sayVerdict('conditional_go'), sayEvidenceLevel('L1')]).toEqual([
    'Conditional go',
    'reviewed',
  ]);
});

test('findings, refusals and approvals have sentences; guards serve both', () => {
  const finding = (rule: string, code: string, facts: Finding['facts']): Finding => ({
    rule,
    code,
    facts,
    severity: 'error',
    file: 'risks/R-1.yaml',
    line: 1,
    column: 1,
  });
  expect(sayFinding(finding('DQ-02', 'dangling', { to: 'M-2' }))).toBe(
    'M-2 does not exist. Correct the id or add the record',
  );
  expect(sayFinding(finding('DQ-08', 'missing', { field: 'owner', state: 'in_progress' }))).toBe(
    'owner is missing for in progress',
  );
  expect(sayRefusal({ code: 'role-not-held', facts: { by: 'dan', role: 'cab' }, whoCan: [] })).toBe(
    'dan does not hold the role cab',
  );
  expect(sayRequirement('self_approval')).toBe('Who made the change cannot approve it');
});

test('states say what is so, what it means and the next step (design/interaction.md section 5)', () => {
  expect(sayStateWords('rate-limited', { host: 'github.com', until: '10:58' })).toEqual({
    title: 'github.com asked us to wait until 10:58.',
    text: 'Your edits are kept and go out then.',
  });
  expect(sayStateWords('host-error').title).toBe('The server did not answer.');
  expect(sayStateWords('protected-branch', { repo: 'acme/program', branch: 'main' })).toMatchObject(
    {
      title: 'acme/program refused the change.',
      text: 'Branch main is protected. Milepost can open a pull request instead.',
      steps: [{ code: 'open-proposal', label: 'Open a pull request' }, { code: 'keep' }],
    },
  );
  expect(sayStateWords('offline', { since: 'Mon 17:20' }).strip).toBe(
    'Offline · facts from Mon 17:20',
  );
  expect(sayStateWords('permission-missing').title).toBe('Permission is missing.');
  expect(sayStateWords('odd-thing').title).toBe('Odd thing.');
});

test('no state apologises, shouts or leaves a hole', () => {
  for (const code of Object.keys({ ...hostFailureWords, ...stateWords })) {
    const text = JSON.stringify(sayStateWords(code));
    expect(text).not.toMatch(/!|please|sorry|undefined|\{\w|\[\[/i);
  }
});

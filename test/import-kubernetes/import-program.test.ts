import { checkProgram } from '@milepost/shared/program/check-program';
import { readProgram } from '@milepost/shared/program/read-program';
import { assessGate } from '@milepost/shared/readiness/assess-gate';
import { expect, test } from 'vitest';
import { importProgram } from './import-program.ts';
import { sayImport } from './say-import.ts';
import { TINY } from './tiny-source.ts';

const imported = importProgram(TINY);
const { program, newest } = imported;
const dataOf = (id: string) => program.records.get(id)?.data as Record<string, unknown> | undefined;
const remarksOn = (path: string) =>
  imported.remarks
    .filter((remark) => remark.path.includes(path))
    .map(({ code, detail }) => `${code}: ${detail}`);

test('every file of the source is used, or refused with its reason', () => {
  const refused = imported.outcomes.flatMap(({ path, refusal }) =>
    refusal === undefined ? [] : [`${path}: ${refusal.reason}`],
  );
  expect(refused).toEqual([
    'LICENSE: not-program-data',
    'keps/prod-readiness/sig-kite/12.yaml: no-approver',
    'keps/prod-readiness/sig-kite/99.yaml: no-kep',
    'keps/prod-readiness/template/nnnn.yaml: no-number',
    'keps/sig-a/7-other/kep.yaml: number-taken',
    'keps/sig-kite/0000-template/kep.yaml: no-number',
    'keps/sig-kite/40-nameless/kep.yaml: no-title',
    'keps/sig-kite/41-broken/kep.yaml: not-yaml',
    'keps/sig-kite/42-list/kep.yaml: nothing-in-it',
    'keps/sig-kite/88-many/kep.yaml: no-number',
    'releases/release-1.52/README.md: no-schedule',
    'releases/release-1.52/exceptions.yaml: nothing-in-it',
  ]);
  expect(imported.outcomes).toHaveLength(TINY.length);
  expect(sayImport(imported)).toContain('files in 21 = used 9 + refused 12');
});

test('the oddities of a file that is used are remarks, and none is lost', () => {
  expect(remarksOn('12-tail').toSorted()).toEqual([
    'link-to-itself: replaces: /keps/sig-kite/12-tail',
    'no-day: last-updated: v1.50',
    'not-a-person: authors: @kites/wg-tail',
    'not-a-person: authors: sig-kite',
    'unknown-release: 1.5',
    'unknown-release: later',
    'unknown-status: imlpemented',
  ]);
  expect(remarksOn('29-reel')).toEqual([
    'folder-number-differs: 30',
    'no-day: creation-date: 2030-02-30',
  ]);
  expect(remarksOn('sig-kite/7')).toEqual([
    'file-number-differs: 70',
    'link-leads-nowhere: see-also: KEP-404',
  ]);
  expect(remarksOn('release-1.51')).toEqual([]);
});

test('a release out by the newest day of the source is achieved, the next one is on its way', () => {
  expect(newest).toBe('2030-05-02');
  expect(dataOf('M-50')).toMatchObject({ status: 'achieved', actual_date: '2030-05-01' });
  expect(dataOf('M-5004')).toMatchObject({ committed_date: '2030-03-07', owner: 'lia' });
  expect(dataOf('M-51')).toMatchObject({ status: 'in_progress', forecast_date: '2030-08-29' });
  expect(dataOf('M-51')).toMatchObject({ predecessors: [{ on: 'M-5104' }] });
  // Only the first of a chain starts by itself; a second start would count the same time again.
  expect(dataOf('M-5101')).toMatchObject({ start_date: '2030-05-01' });
  expect(dataOf('M-51')?.start_date).toBeUndefined();
  expect(dataOf('M-31')).toBeUndefined();
});

test('a stage that was approved and shipped is a gate decided by its approver, with a valid sign-off', () => {
  const gate = assessGate(program, 'G-72', newest);
  expect(gate?.verdict).toBe('go');
  expect(gate?.signoffs[0]).toMatchObject({ state: 'valid', file: { signatory: 'pia' } });
  expect(gate?.signoffs[0]?.file?.covers).toBe(gate?.digest);
  expect(dataOf('G-72')).toMatchObject({
    status: 'decided',
    decision: { outcome: 'go', by: 'pia' },
    links: [{ rel: 'relates_to', to: 'G-122' }],
  });
});

test('an approval without a day stays unsigned rather than getting an invented one', () => {
  const gate = assessGate(program, 'G-71', newest);
  expect(gate?.verdict).toBe('not_assessable');
  expect(gate?.signoffs[0]?.why.map(({ code }) => code)).toEqual(['unsigned']);
  expect(dataOf('G-71')).toMatchObject({ status: 'draft' });
});

test('what the file of a KEP leaves open is not met, and nobody has signed', () => {
  const gate = assessGate(program, 'G-122', newest);
  expect(gate?.criteria.map(({ status }) => status)).toEqual(['not_met', 'not_met', 'not_met']);
  expect(gate?.signoffs[0]?.state).toBe('missing');
  expect(dataOf('G-122')).toMatchObject({ owner: 'ann-lee', raised: '2030-02-03' });
});

test('replaces and superseded-by are one link, from the newer to the older', () => {
  expect(dataOf('G-122')).toMatchObject({ links: [{ rel: 'supersedes', to: 'G-72' }] });
  expect(dataOf('G-300')).toMatchObject({ links: [{ rel: 'supersedes', to: 'G-122' }] });
});

test('a release that is not out depends on the KEPs meant for it', () => {
  expect([...program.byKind.dependency.map(({ id }) => id)]).toEqual(['D-12']);
  expect(dataOf('D-12')).toMatchObject({
    status: 'identified',
    need_by: '2030-07-04',
    consumer: { team: 'TM-151', milestone: 'M-51', owner: 'lia' },
    provider: { owner: 'ann-lee', item: 'kubernetes/enhancements#12' },
  });
});

test('exceptions are change requests, and one of an unknown outcome is only submitted', () => {
  expect(dataOf('CR-5001')).toMatchObject({
    ...{ status: 'approved', requested_by: 'ann-lee', decided_on: '2030-05-02' },
    affects: ['M-50', 'M-5004', 'G-72'],
  });
  expect(dataOf('CR-5002')).toMatchObject({ status: 'submitted', affects: ['M-50', 'M-5004'] });
});

test('people are known once each, whatever the spelling, and by name where a table has it', () => {
  expect(program.people.people.map(({ id, name }) => [id, name])).toEqual([
    ...[
      ['ann-lee', 'Ann-Lee'],
      ['bo', 'Bo Di'],
      ['cy', 'cy'],
      ['kit', 'kit'],
    ],
    ...[
      ['lia', 'Lia Ray'],
      ['pia', 'pia'],
    ],
  ]);
});

test('check finds what the source leaves out and nothing else', () => {
  const findings = checkProgram(program, { asOf: newest }).map(
    ({ rule, code, file, facts }) => `${file} ${rule} ${code} ${facts.field ?? ''}`,
  );
  expect(findings.toSorted()).toEqual([
    'changes/CR-5002.yaml DQ-08 missing requested_by',
    'gates/G-300/gate.yaml DQ-11 no-owner ',
    // Nobody approves a KEP of sig-reel, so nobody is known to lead it.
    'workstreams/WS-2.yaml DQ-08 missing lead',
  ]);
});

test('the same files in any order give the same program, and reading its text gives it again', () => {
  const again = importProgram(TINY.toReversed());
  expect(again.files).toEqual(imported.files);
  expect(again.remarks).toEqual(imported.remarks);
  expect(readProgram(imported.files).records).toEqual(program.records);
});

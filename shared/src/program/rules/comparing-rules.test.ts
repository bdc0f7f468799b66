import { expect, test } from 'vitest';
import { aProgram } from '../../schedule/a-program.ts';
import { checkProgram } from '../check-program.ts';
import { foundBy, someFindings } from './a-check.ts';

const risk = (more = {}) => ({ id: 'R-1', status: 'open', raised: '2026-03-01', ...more });
const entry = (event: string, more = {}) => ({ at: '2026-03-05', by: 'ana', event, ...more });

test('DQ-04: a record, sign-off or run that is gone is found, with what restores it', () => {
  const file = (path: string) => [path, { path, text: `# ${path}\n` }] as const;
  const paths = ['risks/R-1.yaml', 'gates/G-1/signoffs/qa_lead.yaml', 'releases/REL-1/run.yaml'];
  const others = ['notes.md', 'people.yaml'];
  const base = { ...aProgram([]), files: new Map([...paths, ...others].map(file)) };
  const lost = (kept: string[]) =>
    checkProgram({ ...aProgram([]), files: new Map(kept.map(file)) }, { asOf: '2026-03-10', base });
  expect(lost([]).map(({ rule, file: path }) => `${rule} ${path}`)).toEqual(
    paths.toSorted().map((path) => `DQ-04 ${path}`),
  );
  expect(lost(paths)).toEqual([]);
  expect(lost(paths.slice(1))).toMatchObject([
    {
      code: 'deleted',
      severity: 'error',
      id: 'R-1',
      fix: { code: 'restore-file', file: 'risks/R-1.yaml', value: '# risks/R-1.yaml\n' },
    },
  ]);
});

test('DQ-05: an entry of a list that only grows is missing or changed', () => {
  const log = [entry('comment', { note: 'one' }), entry('comment', { note: 'two' })];
  const check = (after: object[]) =>
    someFindings('DQ-05', [risk({ log: after })], { before: [risk({ log })] });
  expect(check([log[0] ?? {}])).toMatchObject([
    { code: 'entry-changed', severity: 'error', id: 'R-1', facts: { field: 'log', entry: 2 } },
  ]);
  expect(check([entry('comment', { note: 'three' }), log[1] ?? {}])[0]?.facts).toEqual({
    field: 'log',
    entry: 1,
  });
  expect(check(log.toReversed())).toHaveLength(1);
});

test('DQ-05: entries may be added, at the end or between', () => {
  const log = [entry('comment', { note: 'one' }), entry('comment', { note: 'two' })];
  const added = entry('comment', { note: 'new' });
  const check = (after: object[]) =>
    foundBy('DQ-05', [risk({ log: after })], { before: [risk({ log })] });
  expect(check([...log, added])).toEqual([]);
  expect(check([log[0] ?? {}, added, log[1] ?? {}])).toEqual([]);
});

test('DQ-05: every such list is watched, and so is the run of a release', () => {
  const lists = {
    baseline_history: [{ at: '2026-03-01', to: '2026-04-01' }],
    forecast_history: [{ as_of: '2026-03-01', date: '2026-04-01' }],
  };
  const milestone = { id: 'M-1', ...lists };
  expect(foundBy('DQ-05', [{ id: 'M-1' }], { before: [milestone] })).toEqual([
    'entry-changed error M-1 baseline_history',
    'entry-changed error M-1 forecast_history',
  ]);
  const assessments = [{ at: '2026-03-01', probability: 1, impact: {} }];
  expect(foundBy('DQ-05', [risk()], { before: [risk({ assessments })] })).toHaveLength(1);
  const run = (...events: string[]) => [
    {
      release: 'REL-1',
      events: events.map((event) => ({ step: 'REL-1.1', event, at: '2026-03-01T10:00:00Z' })),
    },
  ];
  const given = { before: [], beforeParts: { runs: run('started', 'done') } };
  expect(foundBy('DQ-05', [], { ...given, runs: run('started') })).toEqual([
    'entry-changed error releases/REL-1/run.yaml events',
  ]);
  expect(foundBy('DQ-05', [], { ...given, runs: run('started', 'done', 'failed') })).toEqual([]);
});

test('DQ-06: a field that starts a clock is written once', () => {
  const change = (id: string, field: string, to: string | undefined) =>
    someFindings('DQ-06', [{ id, [field]: to }], { before: [{ id, [field]: '2026-03-01' }] });
  const clocks = [
    ['M-1', 'baseline_date'],
    ['ACT-1', 'original_due'],
    ['DEC-1', 'requested_on'],
    ['R-1', 'raised'],
  ] as const;
  for (const [id, field] of clocks) {
    expect(change(id, field, '2026-03-02')).toMatchObject([
      {
        ...{ code: 'rewritten', severity: 'error', id, field },
        facts: { field, was: '2026-03-01', is: '2026-03-02' },
        fix: { code: 'set-field', path: [field], value: '2026-03-01' },
      },
    ]);
    expect(change(id, field, undefined)[0]?.facts.is).toBe('');
    expect(change(id, field, '2026-03-01')).toEqual([]);
  }
  expect(foundBy('DQ-06', [risk()], { before: [{ id: 'R-1' }] })).toEqual([]);
  expect(foundBy('DQ-06', [risk()])).toEqual([]);
});

test('DQ-07: a move the lifecycle does not know is an error, whatever the log says', () => {
  const to = (status: string, log: object[] = []) =>
    someFindings('DQ-07', [risk({ status, log })], { before: [risk()] }).filter(
      ({ code }) => code === 'not-allowed',
    );
  expect(to('proposed')).toMatchObject([
    {
      ...{ severity: 'error', id: 'R-1', facts: { from: 'open', to: 'proposed' } },
      fix: { code: 'set-field', path: ['status'], value: 'open' },
    },
  ]);
  expect(to('treating')).toEqual([]);
  expect(to('void')).toEqual([]);
  const steps = [
    entry('status', { from: 'open', to: 'treating' }),
    entry('status', { from: 'treating', to: 'accepted' }),
  ];
  expect(to('accepted', steps)).toEqual([]);
  const jump = [entry('status', { from: 'open', to: 'proposed' })];
  expect(to('proposed', jump)).toHaveLength(1);
});

test('DQ-07: a move without its log entry is a warning, in the regulated profile an error', () => {
  const check = (log: object[], profile = 'lite') =>
    someFindings('DQ-07', [risk({ status: 'treating', log })], {
      before: [risk()],
      charter: { profile },
    });
  expect(check([])).toMatchObject([
    {
      ...{ code: 'not-logged', severity: 'warn', facts: { from: 'open', to: 'treating' } },
      fix: {
        ...{ code: 'add-log-entry', path: ['log', 0] },
        value: { at: '2026-03-10', event: 'status', from: 'open', to: 'treating' },
      },
    },
  ]);
  expect(check([], 'regulated')[0]?.severity).toBe('error');
  expect(check([entry('status', { from: 'open', to: 'treating' })])).toEqual([]);
  expect(check([entry('status', { from: 'proposed', to: 'open' })])).toHaveLength(1);
});

test('DQ-07: a committed date changes through its history', () => {
  const milestone = (committed_date: string, more = {}) => ({ id: 'M-1', committed_date, ...more });
  const check = (more = {}) =>
    someFindings('DQ-07', [milestone('2026-05-01', more)], { before: [milestone('2026-04-01')] });
  expect(check()).toMatchObject([
    {
      ...{ code: 'no-baseline-entry', severity: 'warn', field: 'committed_date' },
      facts: { from: '2026-04-01', to: '2026-05-01' },
      fix: { value: { at: '2026-03-10', from: '2026-04-01', to: '2026-05-01' } },
    },
  ]);
  expect(check({ baseline_history: [{ at: '2026-03-10', to: '2026-05-01' }] })).toEqual([]);
});

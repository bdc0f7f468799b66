import { expect, test } from 'vitest';
import { aProgram } from '../schedule/a-program.ts';
import { TUESDAY } from './a-signal.ts';
import { detect } from './detect.ts';
import { rankFor } from './rank.ts';
import { signals } from './signals.ts';

declare global {
  interface ImportMeta {
    glob: (pattern: string, options?: object) => Record<string, unknown>;
  }
}

const files = import.meta.glob('./s-*.ts');

test('the list and the folder hold the same 42 rules, in order', () => {
  const named = Object.keys(files)
    .map((path) => path.replace(/^\.\//, ''))
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => path.slice(0, 4).toUpperCase());
  expect(signals.map(({ rule }) => rule)).toEqual(named.toSorted());
  expect(signals).toHaveLength(42);
});

test('rules without their input are named with what they need, person-level rules are off', () => {
  const { notEvaluated, signals: found } = detect(aProgram([]), {}, TUESDAY);
  expect(found).toEqual([]);
  expect(notEvaluated).toEqual([
    { rule: 'S-22', needs: ['policy'] },
    { rule: 'S-23', needs: ['policy'] },
    { rule: 'S-24', needs: ['scopeItems'] },
    { rule: 'S-25', needs: ['pullRequests'] },
    { rule: 'S-26', needs: ['pullRequests'] },
    { rule: 'S-28', needs: ['trackerItems'] },
    { rule: 'S-30', needs: ['policy'] },
    { rule: 'S-34', needs: ['violations'] },
    { rule: 'S-37', needs: ['forecast'] },
  ]);
});

const bare = { id: 'R-1', status: 'open', affects: ['M-1'] };

test('policy.yaml switches a rule off', () => {
  const rules = (policy: Record<string, unknown>) =>
    detect(aProgram([bare], { policy }), {}, TUESDAY).signals.map(({ rule }) => rule);
  expect(rules({})).toEqual(['S-02']);
  expect(rules({ signals: { 'S-02': { enabled: false } } })).toEqual([]);
  expect(rules({ signals: { 'S-02': false } })).toEqual([]);
});

test('a snooze names its day, ends after it, and never hides the signal', () => {
  const log = (ref: string, until?: string) => ({
    ...bare,
    log: [{ at: '2026-03-01', by: 'ana', event: 'signal_ack', ref, until }],
  });
  const first = (record: typeof bare) => detect(aProgram([record]), {}, TUESDAY).signals[0];
  expect(first(log('S-02', '2026-03-10'))?.snoozedUntil).toBe('2026-03-10');
  expect(first(log('S-02:no-owner:R-1', '2026-04-01'))?.snoozedUntil).toBe('2026-04-01');
  expect(first(log('S-02', '2026-03-09'))).not.toHaveProperty('snoozedUntil');
  expect(first(log('S-03', '2026-04-01'))).not.toHaveProperty('snoozedUntil');
  expect(first(log('S-02'))).not.toHaveProperty('snoozedUntil');
});

test('the same finding has the same key on another day; worst come first', () => {
  const records = [
    bare,
    { id: 'M-1', status: 'committed', committed_date: '2026-03-02', owner: 'tom' },
  ];
  const keys = (asOf: string) =>
    detect(aProgram(records), {}, asOf).signals.map((each) => each.dedupeKey);
  expect(keys(TUESDAY)).toEqual(['S-02:no-owner:R-1', 'S-16:overdue:M-1', 'S-35:dangling:M-1']);
  expect(keys('2026-03-11')).toEqual(keys(TUESDAY));
});

test('five at most for a person: what is theirs first, snoozed ones left out', () => {
  const overdue = (n: number, owner: string) => ({
    id: `M-${n}`,
    status: 'committed',
    owner,
    committed_date: `2026-03-0${n}`,
  });
  const ack = {
    at: '2026-03-01',
    by: 'tom',
    event: 'signal_ack',
    ref: 'S-16',
    until: '2026-04-01',
  };
  const program = aProgram(
    [
      ...[1, 2, 3, 4, 5, 6].map((n) => overdue(n, 'tom')),
      { ...overdue(7, 'tom'), log: [ack] },
      overdue(8, 'eva'),
    ],
    { charter: { program_manager: 'sam' } },
  );
  const { signals: found } = detect(program, {}, TUESDAY);
  const heads = (person: string) =>
    rankFor(program, found, person, TUESDAY).map(({ rule, subjects }) => `${rule} ${subjects[0]}`);
  expect(heads('tom')).toEqual(['S-16 M-1', 'S-16 M-2', 'S-16 M-3', 'S-16 M-4', 'S-16 M-5']);
  expect(heads('eva')).toEqual(['S-16 M-8', 'S-35 M-8']);
  expect(heads('sam')).toHaveLength(5);
  expect(heads('nobody')).toEqual([]);
});

test('of two equally bad, what a manager owns comes before what others own, however old', () => {
  const overdue = (id: string, owner: string, committed_date: string) => ({
    id,
    status: 'committed',
    owner,
    committed_date,
  });
  const program = aProgram(
    [overdue('M-1', 'tom', '2026-01-02'), overdue('M-2', 'sam', '2026-03-02')],
    {
      charter: { program_manager: 'sam' },
    },
  );
  const { signals: found } = detect(program, {}, TUESDAY);
  const first = rankFor(program, found, 'sam', TUESDAY, 2).map(({ subjects }) => subjects[0]);
  expect(first).toEqual(['M-2', 'M-1']);
});

import { expect, test } from 'vitest';
import { aProgram } from '../schedule/a-program.ts';
import { statusAt } from './history.ts';

const at = (record: { id: string } & Record<string, unknown>, day: string) => {
  const found = aProgram([record]).records.get(record.id);
  return found && statusAt(found, day, 'UTC');
};

const ended = [
  ['M-1', 'actual_date', 'achieved', 'in_progress'],
  ['D-1', 'accepted_on', 'accepted', 'delivered'],
  ['R-1', 'closed_on', 'closed', 'open'],
  ['I-1', 'closed_on', 'closed', 'resolved'],
  ['DEC-1', 'decided_on', 'decided', 'requested'],
  ['ACT-1', 'done_on', 'done', 'open'],
  ['ESC-1', 'resolved_on', 'resolved', 'acknowledged'],
] as const;

test.each(ended)(
  '%s: the field %s says when it was %s, and %s before',
  (id, field, end, before) => {
    const record = { id, status: end, [field]: '2026-03-10' };
    expect(at(record, '2026-03-10')).toBe(end);
    expect(at(record, '2026-03-09')).toBe(before);
  },
);

const moved = (day: string, event: string, more = {}) => ({
  at: `${day}T10:00:00Z`,
  by: 'ana',
  event,
  ...more,
});

test('a log tells the state before it ended, and the state it had before the first entry', () => {
  const log = [moved('2026-03-02', 'status', { from: 'open', to: 'blocked' })];
  const action = { id: 'ACT-1', status: 'done', done_on: '2026-03-10', log };
  expect(at(action, '2026-03-01')).toBe('open');
  expect(at(action, '2026-03-02')).toBe('blocked');
  expect(at(action, '2026-03-09')).toBe('blocked');
  expect(at(action, '2026-03-10')).toBe('done');
});

test('a record reopened since had ended before', () => {
  const log = [
    moved('2026-03-02', 'status', { from: 'open', to: 'closed' }),
    moved('2026-03-06', 'reopen'),
  ];
  const risk = { id: 'R-1', status: 'open', log };
  expect(['2026-03-01', '2026-03-03', '2026-03-06'].map((day) => at(risk, day))).toEqual([
    ...['open', 'closed', 'open'],
  ]);
  const action = {
    id: 'ACT-1',
    status: 'done',
    log: [moved('2026-03-02', 'reopen'), moved('2026-03-06', 'status', { to: 'done' })],
  };
  expect(at(action, '2026-03-03')).toBe('in_progress');
});

test('comments move nothing, and what was made by mistake never was anything else', () => {
  const log = [moved('2026-03-06', 'comment', { from: 'open', to: 'closed' })];
  expect(at({ id: 'R-1', status: 'treating', log }, '2026-03-01')).toBe('treating');
  const closed = { id: 'R-1', status: 'void', closed_on: '2026-03-10' };
  expect(at(closed, '2026-03-01')).toBe('void');
});

test('a move after the end counts from its own day', () => {
  const log = [
    moved('2026-03-10', 'status', { from: 'resolved', to: 'closed' }),
    moved('2026-03-20', 'reopen', { from: 'closed', to: 'in_progress' }),
    moved('2026-03-25', 'status', { from: 'in_progress', to: 'resolved' }),
  ];
  const issue = { id: 'I-1', status: 'resolved', closed_on: '2026-03-10', log };
  expect(['2026-03-11', '2026-03-21', '2026-03-26'].map((day) => at(issue, day))).toEqual([
    ...['closed', 'in_progress', 'resolved'],
  ]);
});

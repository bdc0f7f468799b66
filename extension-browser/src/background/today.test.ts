import { expect, test } from 'vitest';
import { todayIn } from './today.ts';

const lateEvening = new Date('2026-03-10T23:30:00Z');

test('the day is the program’s, not the machine’s', () => {
  expect(todayIn('Europe/Berlin', lateEvening)).toBe('2026-03-11');
  expect(todayIn('America/New_York', lateEvening)).toBe('2026-03-10');
});

test('an unknown time zone counts as UTC', () => {
  expect(todayIn('Mars/Olympus', lateEvening)).toBe('2026-03-10');
});

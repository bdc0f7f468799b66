import { describe, expect, test } from 'vitest';
import { clockAsOf, dayIn, momentIn } from './clock.ts';

const late = new Date('2026-03-31T22:30:05Z');

describe('days and moments in the program zone', () => {
  test('half past ten in the evening in London is the next day in Berlin', () => {
    expect(dayIn('UTC', late)).toBe('2026-03-31');
    expect(dayIn('Europe/Berlin', late)).toBe('2026-04-01');
  });

  test('a moment carries the offset of its zone, summer time included', () => {
    expect(momentIn('Europe/Berlin', late)).toBe('2026-04-01T00:30:05+02:00');
    expect(momentIn('UTC', late)).toBe('2026-03-31T22:30:05+00:00');
    expect(momentIn('America/St_Johns', late)).toBe('2026-03-31T20:00:05-02:30');
  });

  test('a zone that does not exist falls back to UTC', () => {
    expect(dayIn('Mars/Olympus', late)).toBe('2026-03-31');
  });
});

describe('looking at the program as of another day', () => {
  const real = { now: () => late };

  test('the day moves and the time of day stays', () => {
    expect(
      clockAsOf(() => '2026-06-01', real)
        .now()
        .toISOString(),
    ).toBe('2026-06-01T22:30:05.000Z');
  });

  test('an empty or impossible day leaves the real clock', () => {
    expect(clockAsOf(() => '', real).now()).toBe(late);
    expect(clockAsOf(() => '2026-13-40', real).now()).toBe(late);
  });
});

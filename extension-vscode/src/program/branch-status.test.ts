import { buildIndex } from '@milepost/shared/context/context-index';
import { describe, expect, test } from 'vitest';
import { branchStatus } from './branch-status.ts';
import type { ProgramFacts } from './facts.ts';
import { theExample } from './the-example.ts';

const on = (facts: ProgramFacts, headBranch: string) =>
  branchStatus(facts, buildIndex(facts.program), { headBranch });

describe('what a branch is for', () => {
  test('milestone, criteria met of applicable, working days to the review', () => {
    const status = on(theExample('2026-06-01'), 'gateway/retry');
    expect(status?.text).toBe('M-4 · 2/12 · 4 days');
    expect(status?.spoken).toContain('G-2 2 of 12 criteria met, review in 4 working days');
  });

  test('on the day of the review and after it', () => {
    expect(on(theExample('2026-06-05'), 'gateway/retry')?.text).toBe('M-4 · 2/12 · today');
    expect(on(theExample('2026-06-09'), 'gateway/retry')?.text).toBe(
      'M-4 · 2/12 · review 2 days late',
    );
  });

  test('an id in the branch name counts as well', () => {
    expect(on(theExample(), 'fix/M-3-rounding')?.milestone).toBe('M-3');
  });

  test('a milestone without an open gate says its state instead', () => {
    expect(on(theExample(), 'M-1')?.text).toBe('M-1 · achieved 20 Feb');
  });

  test('a branch that matches nothing has no status', () => {
    expect(on(theExample(), 'main')).toBeUndefined();
  });
});

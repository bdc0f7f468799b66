import { describe, expect, test } from 'vitest';
import type { ProgramFacts } from './facts.ts';
import { programTree } from './program-tree.ts';
import { theExample } from './the-example.ts';
import type { TreeRow } from './tree-row.ts';

function rowAt(facts: ProgramFacts, ...path: string[]): TreeRow {
  let level: readonly TreeRow[] = programTree(facts);
  let row: TreeRow | undefined;
  for (const start of path) {
    row = level.find((one) => one.label.startsWith(start));
    if (row === undefined) throw new Error(`no ${start} among ${level.map((one) => one.label)}`);
    level = row.children?.() ?? [];
  }
  if (row === undefined) throw new Error('no path');
  return row;
}

const all = (rows: readonly TreeRow[]): TreeRow[] =>
  rows.flatMap((row) => [row, ...all(row.children?.() ?? [])]);

describe('milestones and gates', () => {
  test('a milestone says its day, how late it is and how bad that is', () => {
    const row = rowAt(theExample(), 'M-4');
    expect(row.description).toBe('12 Jun · 5 days late');
    expect(row.icon).toEqual({ glyph: 'milestone-critical', level: 'critical' });
    expect(row.spoken).toMatch(/^Milestone M-4, Payments live for first customers, 5 working days/);
  });

  test('a date is not said twice', () => {
    expect(rowAt(theExample(), 'M-8').description).toBe('due 15 May');
  });

  test('milestones that are over stand behind the open ones', () => {
    const ids = programTree(theExample())
      .filter((row) => row.context === 'milestone')
      .map((row) => row.subject?.id);
    expect(ids.slice(0, 2)).toEqual(['M-2', 'M-6']);
    expect(ids.slice(-2)).toEqual(['M-1', 'M-10']);
  });

  test('categories with something open come first', () => {
    const rows = rowAt(theExample(), 'M-4', 'G-2').children?.() ?? [];
    const met = rows.map((row) => row.description.startsWith('1 of 1'));
    expect(met.indexOf(true)).toBeGreaterThan(met.lastIndexOf(false, met.length - 2));
  });

  test('an unmet mandatory criterion shows what was measured', () => {
    const row = rowAt(theExample(), 'M-4', 'G-2', 'Rollback', 'G-2.3');
    expect(row.description).toBe('62 min, target 45 · due 29 May');
    expect(row.context).toBe('criterion');
  });
});

describe('sign-offs', () => {
  test('a valid one names its signatory and its evidence level', () => {
    const row = rowAt(theExample(), 'M-2', 'G-1', 'Sign-offs', 'Security');
    expect(row.description).toBe('valid · Ivy Chan');
    expect(row.tooltip).toContain('Signed by Ivy Chan, declared');
  });

  test('one that covers older criteria is stale and says why', () => {
    const row = rowAt(theExample(), 'M-2', 'G-1', 'Sign-offs', 'Architecture');
    expect(row.description).toBe('stale · criteria changed · Ravi Menon');
    expect(row.icon).toEqual({ glyph: 'signoff-stale', level: 'high' });
  });

  test('a missing one says who can give it', () => {
    const row = rowAt(theExample(), 'M-4', 'G-2', 'Sign-offs', 'SRE');
    expect(row.description).toBe('not given · Dan Roe');
  });
});

describe('RAID, decisions and broken files', () => {
  test('the open log is grouped by level, worst first', () => {
    const rows = rowAt(theExample(), 'RAID log').children?.() ?? [];
    expect(rows[0]?.label).toBe('Critical');
    expect(rows[0]?.children?.().map((row) => row.subject?.id)).toContain('R-12');
  });

  test('a broken file stands first with its line and reason', () => {
    const text = 'id: R-98\ntitle: Twice\nstatus: open\nstatus: closed\n';
    const [first] = programTree(theExample('2026-03-10', { 'risks/R-98.yaml': text }));
    expect(first?.label).toBe('1 file cannot be read');
    expect(first?.children?.()[0]?.description).toMatch(/^line 4: /);
  });

  test('a program that cannot be read at all still gives a tree', () => {
    const rows = programTree(theExample('2026-03-10', { 'program.yaml': 'format: [' }));
    expect(rows[0]?.context).toBe('group');
    expect(all(rows).length).toBeGreaterThan(20);
  });

  test('no two rows of the whole tree share a key', () => {
    const keys = all(programTree(theExample())).map((row) => row.key);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test('a long list is folded into pages that are opened one by one', () => {
    const many = Object.fromEntries(
      Array.from({ length: 450 }, (_, i) => [
        `risks/R-${1000 + i}.yaml`,
        `id: R-${1000 + i}\ntitle: Same again\nstatus: proposed\n`,
      ]),
    );
    const pages = rowAt(theExample('2026-03-10', many), 'RAID log', 'Not rated').children?.() ?? [];
    expect(pages.map((page) => page.label).slice(0, 2)).toEqual(['1 to 200', '201 to 400']);
    expect(pages[0]?.children?.()).toHaveLength(200);
  });
});

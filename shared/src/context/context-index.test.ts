import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Program } from '../program/program.ts';
import { withChanges } from '../program/with-changes.ts';
import { aProgram } from './a-program.ts';
import type { PageContext } from './context.ts';
import { buildIndex, updateIndex } from './context-index.ts';
import { findMatches, matchIds } from './find-matches.ts';
import type { MatchIndex } from './index-draft.ts';
import { packIndex, unpackIndex } from './pack-index.ts';

const charter = { integrations: { github: { repos: ['acme/pay'] } } };
const records = [
  { id: 'M-4', match: { labels: ['pay'], branches: ['feature/*'] } },
  { id: 'G-2', milestone: 'M-4' },
  { id: 'R-1', paths: ['acme/pay:src/a/**'] },
  { id: 'R-2', paths: ['acme/pay:src/a/**', '*.md'] },
  {
    id: 'I-7',
    external: [{ system: 'jira', key: 'PAY-7', url: 'https://acme.example/browse/PAY-7' }],
  },
];
const program = aProgram(records, { charter });
const index = buildIndex(program);

/** What two indexes must agree on: everything but the order of insertion. */
const contents = ({ records: all, exact, globs, named }: MatchIndex) => ({
  records: new Map([...all].map(([id, { hops }]) => [id, hops])),
  exact: new Map([...exact].map(([key, ids]) => [key, ids.toSorted()])),
  globs: new Map(
    [...globs].map(([bucket, map]) => [
      bucket,
      new Map([...map].map(([glob, ids]) => [glob, ids.toSorted()])),
    ]),
  ),
  named: new Map(named),
});

const change = (before: Program, path: string, data: object | undefined): Program =>
  withChanges(before, [{ path, text: data === undefined ? undefined : JSON.stringify(data) }]);

test('an updated index is the index of the new program, and the old one stays as it was', () => {
  const old = contents(index);
  const moved = { id: 'R-2', title: 'About R-2', paths: ['acme/web:lib/**'] };
  const after = change(program, 'risks/R-2.yaml', moved);
  const updated = updateIndex(index, program, after);
  expect(contents(updated)).toEqual(contents(buildIndex(after)));
  expect(contents(index)).toEqual(old);
});

test('any sequence of added, changed, removed and broken files leads to the same index', () => {
  const file = fc.record({
    path: fc.constantFrom(
      'risks/R-1.yaml',
      'risks/R-3.yaml',
      'gates/G-2/gate.yaml',
      'milestones/M-4.yaml',
    ),
    glob: fc.constantFrom('acme/pay:src/a/**', 'acme/pay:src/**', '*.md', 'acme/web:*'),
    kind: fc.constantFrom('write', 'void', 'remove', 'break'),
  });
  fc.assert(
    fc.property(fc.array(file, { maxLength: 8 }), (steps) => {
      let [now, updated] = [program, index];
      for (const { path, glob, kind } of steps) {
        const id = /([A-Z]-\d)/.exec(path)?.[1] ?? '';
        const data = {
          id,
          title: 'A record',
          paths: [glob],
          ...(kind === 'void' && { status: 'void' }),
        };
        const texts: Record<string, string | undefined> = { break: 'a: [', remove: undefined };
        const text = kind in texts ? texts[kind] : JSON.stringify(data);
        const after = withChanges(now, [{ path, text }]);
        [now, updated] = [after, updateIndex(updated, now, after)];
      }
      expect(contents(updated)).toEqual(contents(buildIndex(now)));
    }),
    { numRuns: 60 },
  );
});

test('a gate that names its milestone is its hop, until it is removed', () => {
  const page: PageContext = { host: 'github.com', repo: 'acme/pay', labels: ['Pay'] };
  expect(matchIds(index, page).map(({ id }) => id)).toEqual(['M-4', 'G-2']);
  const after = change(program, 'gates/G-2/gate.yaml', undefined);
  expect(matchIds(updateIndex(index, program, after), page).map(({ id }) => id)).toEqual(['M-4']);
});

test('the few gates of one milestone all come with it, and of many none does', () => {
  const page: PageContext = { host: 'github.com', repo: 'acme/pay', labels: ['Pay'] };
  const add = (now: typeof program, id: string) =>
    withChanges(now, [
      {
        path: `gates/${id}/gate.yaml`,
        text: JSON.stringify({ id, title: `Gate ${id}`, milestone: 'M-4' }),
      },
    ]);
  const found = (now: typeof program) =>
    matchIds(updateIndex(index, program, now), page).map(({ id }) => id);
  const three = ['G-3', 'G-4'].reduce(add, program);
  expect(found(three)).toEqual(['M-4', 'G-2', 'G-3', 'G-4']);
  expect(found(add(three, 'G-5'))).toEqual(['M-4']);
});

test('the packed index is plain JSON and answers the same', () => {
  const packed = JSON.parse(JSON.stringify(packIndex(index)));
  const unpacked = unpackIndex(packed);
  expect(unpacked && contents(unpacked)).toEqual(contents(index));
  expect(unpackIndex({ v: 2 })).toBeUndefined();
  expect(unpackIndex('garbage')).toBeUndefined();
});

test('a broken file is known by its id alone and gives no match', () => {
  const broken = withChanges(program, [{ path: 'risks/R-9.yaml', text: 'a: [' }]);
  const page = { host: 'github.com', repo: 'acme/pay', title: '[R-9] retry' };
  const both = buildIndex(broken);
  expect(matchIds(both, page).map(({ id }) => id)).toEqual(['R-9']);
  expect(findMatches(both, broken, page)).toEqual([]);
});

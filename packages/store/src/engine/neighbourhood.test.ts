import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { badgesFor, recordBadges } from '@milepost/shared/context/badges-for';
import type { PageContext } from '@milepost/shared/context/context';
import { buildIndex } from '@milepost/shared/context/context-index';
import { findMatches, matchIds } from '@milepost/shared/context/find-matches';
import { filesNear, neighbourhoodOf } from '@milepost/shared/context/neighbourhood';
import type { ProgramFile } from '@milepost/shared/program/program';
import { readProgram } from '@milepost/shared/program/read-program';
import { expect, test } from 'vitest';
import { memoryCache } from '../cache/memory-cache.ts';
import { memoryHost } from '../drivers/memory.ts';
import { memoryOutbox } from '../outbox/memory-outbox.ts';
import { systemClock } from './clock.ts';
import { openStore } from './open-store.ts';

const example = fileURLToPath(new URL('../../../../examples/payments', import.meta.url));
const files: ProgramFile[] = readdirSync(example, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(join(example, path), 'utf8') }));
const program = readProgram(files);
const index = buildIndex(program);
const neighbourhood = neighbourhoodOf(program);
const MANY = 10_000;

const pageOf = (...ids: string[]): PageContext => ({
  host: 'github.com',
  repo: 'acme/pay',
  number: 1,
  title: 'A change',
  body: `Program-Item: ${ids.join(', ')}`,
});

const partFor = (page: PageContext) => {
  const ids = matchIds(index, page).map(({ id }) => id);
  const wanted = new Set(filesNear(neighbourhood, ids, MANY));
  return readProgram(files.filter(({ path }) => wanted.has(path)));
};

test.each([...program.records.keys()])('badges of %s are the same from its neighbourhood', (id) => {
  const page = pageOf(id);
  const part = partFor(page);
  for (const asOf of ['2026-03-10', '2026-06-03', '2026-11-25'])
    for (const say of [badgesFor, recordBadges])
      expect(say(findMatches(index, part, page), part, asOf, page)).toEqual(
        say(findMatches(index, program, page), program, asOf, page),
      );
});

test('a store gives the part that a page needs, and none while an edit waits', async () => {
  const host = await memoryHost(files);
  const [cache, outbox] = [memoryCache(), memoryOutbox()];
  const parts = {
    host,
    cache,
    outbox,
    clock: systemClock,
    random: () => 0.5,
    author: { name: 'A', email: 'a@b.c' },
  };
  await openStore(parts).sync(new AbortController().signal);
  const cold = openStore(parts);
  const paths = filesNear(neighbourhood, ['R-15'], MANY) ?? [];
  const part = await cold.part(paths);
  expect(part?.records.has('R-15')).toBe(true);
  expect([...(part?.files.keys() ?? [])].toSorted()).toEqual(paths.toSorted());
  expect(await cold.part([...paths, 'risks/R-404.yaml'])).toBeUndefined();
  const path = 'risks/R-15.yaml';
  const ops = [
    {
      op: 'set' as const,
      path: ['title'],
      value: 'Renamed',
      was: program.records.get('R-15')?.data.title,
    },
  ];
  await cold.edit(
    { intent: 'x', items: ['R-15'], summary: 'x', files: [{ kind: 'change', path, ops }] },
    '',
  );
  expect(await cold.part(paths)).toBeUndefined();
});

test('the neighbourhood of one risk is a small part of the program', () => {
  expect(filesNear(neighbourhood, ['R-15'], MANY)?.length).toBeLessThan(files.length);
  expect(partFor(pageOf('R-15')).records.size).toBeLessThan(program.records.size);
});

test('a neighbourhood that is most of the program is not worth it', () => {
  expect(filesNear(neighbourhood, ['M-4'], 5)).toBeUndefined();
});

test('a file that cannot be read stays in sight', () => {
  const broken = readProgram([...files, { path: 'risks/R-99.yaml', text: 'id: [' }]);
  expect(filesNear(neighbourhoodOf(broken), ['R-15'], MANY)).toContain('risks/R-99.yaml');
});

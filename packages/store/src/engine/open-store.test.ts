import { expect, test } from 'vitest';
import { memoryCache } from '../cache/memory-cache.ts';
import type { Fault } from '../contract/faulty-host.ts';
import { addEntry, createRisk, setTitle } from '../contract/sample-edits.ts';
import {
  author,
  connect,
  numbers,
  someHost,
  states,
  tickingClock,
  titles,
} from '../contract/sample-store.ts';
import { memoryOutbox } from '../outbox/memory-outbox.ts';
import { openStore } from './open-store.ts';

const never = new AbortController().signal;

test('an edit is shown at once, published by the next sync and gone after the one after', async () => {
  const host = await someHost();
  const { store } = connect(host);
  await store.sync(never);
  await store.edit(createRisk(3, 'Three'), 'from the page');
  expect(await titles(store)).toContain('R-3 Three');
  expect(await states(store)).toEqual(['saved']);
  expect((await store.sync(never)).state).toBe('up-to-date');
  expect(await states(store)).toEqual(['published']);
  await store.sync(never);
  expect(await states(store)).toEqual([]);
  expect(await titles(store)).toContain('R-3 Three');
});

test('a commit carries its items, its note and its operation as trailers', async () => {
  const host = await someHost();
  const { store } = connect(host);
  await store.sync(never);
  const saved = await store.edit(createRisk(3, 'Three'), 'why');
  await store.sync(never);
  const operation = saved.ok ? saved.value.operation : '';
  expect(host.history().at(-1)?.message).toEqual({
    summary: 'Capture risk R-3',
    trailers: [
      ['Milepost-Note', 'why'],
      ['Program-Item', 'R-3'],
      ['Milepost-Operation', operation],
    ],
  });
});

test('two people who take the same number both keep their record', async () => {
  const host = await someHost();
  const [ada, ben] = [connect(host).store, connect(host).store];
  await ada.sync(never);
  await ben.sync(never);
  await ada.edit(createRisk(3, 'Of Ada'), '');
  await ben.edit(createRisk(3, 'Of Ben'), '');
  await ben.edit(addEntry(3, 'about the risk of Ben'), '');
  await ada.sync(never);
  await ben.sync(never);
  await ada.sync(never);
  expect(await titles(ada)).toEqual(['R-1 One', 'R-2 Two', 'R-3 Of Ada', 'R-4 Of Ben']);
  expect(await titles(ben)).toEqual(await titles(ada));
  const files = (await ada.program()).files;
  expect(files.get('risks/R-4.yaml')?.text).toContain('about the risk of Ben');
  expect(files.get('risks/R-3.yaml')?.text).not.toContain('about the risk of Ben');
});

test('one field with two values waits for a person with both values, and their choice is published', async () => {
  const host = await someHost();
  const [ada, ben] = [connect(host).store, connect(host).store];
  await ada.sync(never);
  await ben.sync(never);
  await ada.edit(setTitle(1, 'By Ada', 'One'), '');
  const saved = await ben.edit(setTitle(1, 'By Ben', 'One'), '');
  await ada.sync(never);
  expect(await ben.sync(never)).toEqual({ state: 'needs-you', conflicts: 1, refused: 0 });
  const [conflict] = (await ben.pending())[0]?.conflicts ?? [];
  expect(conflict).toMatchObject({ base: 'One', mine: 'By Ben', theirs: 'By Ada' });
  expect(await titles(ben)).toContain('R-1 By Ada');
  const operation = saved.ok ? saved.value.operation : '';
  await ben.revise(operation, setTitle(1, 'By both', 'By Ada'));
  expect((await ben.sync(never)).state).toBe('up-to-date');
  await ada.sync(never);
  expect(await titles(ada)).toContain('R-1 By both');
});

test('edits of different fields of one file both land', async () => {
  const host = await someHost();
  const [ada, ben] = [connect(host).store, connect(host).store];
  await ada.sync(never);
  await ben.sync(never);
  await ada.edit(setTitle(1, 'New', 'One'), '');
  await ben.edit(addEntry(1, 'noted'), '');
  await ada.sync(never);
  expect((await ben.sync(never)).state).toBe('up-to-date');
  const text = (await ben.program()).files.get('risks/R-1.yaml')?.text;
  expect(text).toContain('title: New');
  expect(text).toContain('noted');
});

test('a discarded edit is never sent', async () => {
  const host = await someHost();
  const { store } = connect(host);
  await store.sync(never);
  const saved = await store.edit(createRisk(3, 'Three'), '');
  await store.discard(saved.ok ? saved.value.operation : '');
  await store.sync(never);
  expect(host.history()).toHaveLength(1);
  expect(await titles(store)).toEqual(['R-1 One', 'R-2 Two']);
});

test('a store opened again shows program and pending edits without asking the host', async () => {
  const host = await someHost();
  const faults: Fault[] = [];
  const { store, reopen } = connect(host, faults);
  await store.sync(never);
  await store.edit(createRisk(3, 'Three'), '');
  faults.push({ call: 'head', code: 'offline' });
  const again = reopen();
  expect(await titles(again)).toEqual(['R-1 One', 'R-2 Two', 'R-3 Three']);
  expect((await again.sync(never)).state).toBe('offline');
});

test('a push that arrived though its answer was lost is not sent again, whatever happened to it since', async () => {
  const host = await someHost();
  const faults: Fault[] = [];
  const { store, reopen } = connect(host, faults);
  const ben = connect(host).store;
  await store.sync(never);
  await store.edit(createRisk(3, 'Three'), '');
  faults.push({ call: 'push', code: 'timeout', after: true });
  expect((await store.sync(never)).state).toBe('waiting');
  await ben.sync(never);
  await ben.edit(setTitle(3, 'Renamed', 'Three'), '');
  await ben.sync(never);
  const again = reopen();
  expect((await again.sync(never)).state).toBe('up-to-date');
  expect(await titles(again)).toEqual(['R-1 One', 'R-2 Two', 'R-3 Renamed']);
  expect(await states(again)).toEqual(['published']);
});

test('a read-only store takes no edit', async () => {
  const host = await someHost();
  const options = { cache: memoryCache(), outbox: memoryOutbox(), clock: tickingClock() };
  const store = openStore({ host, ...options, random: numbers(1), author, readOnly: true });
  await store.sync(never);
  const saved = await store.edit(createRisk(3, 'Three'), '');
  expect(saved.ok ? '' : saved.error.code).toBe('read-only');
});

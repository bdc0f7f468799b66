import { expect, test } from 'vitest';
import type { Fault } from '../contract/faulty-host.ts';
import { addEntry } from '../contract/sample-edits.ts';
import { connect, someHost, states } from '../contract/sample-store.ts';

const never = new AbortController().signal;

type Row = { fault: Fault; state: string; edit: string; after: string };
const rows: Row[] = [
  {
    fault: { call: 'push', code: 'offline' },
    state: 'offline',
    edit: 'waiting',
    after: 'published',
  },
  {
    fault: { call: 'push', code: 'offline', after: true },
    state: 'offline',
    edit: 'waiting',
    after: 'published',
  },
  {
    fault: { call: 'push', code: 'unauthorized' },
    state: 'needs-token',
    edit: 'waiting',
    after: 'published',
  },
  {
    fault: { call: 'push', code: 'forbidden' },
    state: 'needs-token',
    edit: 'waiting',
    after: 'published',
  },
  {
    fault: { call: 'push', code: 'rate-limited', retryAfter: 60 },
    state: 'waiting',
    edit: 'waiting',
    after: 'published',
  },
  {
    fault: { call: 'push', code: 'host-error' },
    state: 'waiting',
    edit: 'waiting',
    after: 'published',
  },
  {
    fault: { call: 'push', code: 'corrupt-answer', after: true },
    state: 'waiting',
    edit: 'waiting',
    after: 'published',
  },
  {
    fault: { call: 'push', code: 'protected-branch' },
    state: 'needs-you',
    edit: 'refused',
    after: 'refused',
  },
  {
    fault: { call: 'push', code: 'hook-declined' },
    state: 'needs-you',
    edit: 'refused',
    after: 'refused',
  },
  {
    fault: { call: 'prepare', code: 'timeout' },
    state: 'waiting',
    edit: 'waiting',
    after: 'published',
  },
  {
    fault: { call: 'prepare', code: 'unsafe-path' },
    state: 'needs-you',
    edit: 'refused',
    after: 'refused',
  },
  {
    fault: { call: 'head', code: 'branch-not-found' },
    state: 'failed',
    edit: 'saved',
    after: 'published',
  },
  {
    fault: { call: 'head', code: 'unauthorized' },
    state: 'needs-token',
    edit: 'saved',
    after: 'published',
  },
];

for (const { fault, state, edit, after } of rows)
  test(`${fault.code} at ${fault.call}${fault.after ? ' after the host acted' : ''}: the store is ${state}, the edit ${edit}, then ${after}`, async () => {
    const host = await someHost();
    const faults: Fault[] = [];
    const { store, clock } = connect(host, faults);
    await store.sync(never);
    await store.edit(addEntry(1, 'once'), '');
    faults.push(fault);
    expect((await store.sync(never)).state).toBe(state);
    expect(await states(store)).toEqual([edit]);
    clock.advance(3600);
    await store.sync(never);
    expect(await states(store)).toEqual([after]);
    expect(host.history()).toHaveLength(after === 'published' ? 2 : 1);
  });

test('a host that named a time is not asked before it, not by the next life either', async () => {
  const host = await someHost();
  const faults: Fault[] = [{ call: 'head', code: 'rate-limited', retryAfter: 120 }];
  const { store, reopen, clock } = connect(host, faults);
  const until = '2026-03-01T00:02:00.000Z';
  expect(await store.sync(never)).toMatchObject({ state: 'waiting', until });
  clock.advance(119);
  expect((await store.sync(never)).state).toBe('waiting');
  expect(await reopen().sync(never)).toMatchObject({ state: 'waiting', until });
  clock.advance(2);
  expect((await store.sync(never)).state).toBe('up-to-date');
});

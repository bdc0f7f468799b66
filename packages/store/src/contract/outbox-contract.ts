import { deepStrictEqual, strictEqual } from 'node:assert';
import type { Outbox, OutboxEntry } from '../outbox/outbox.ts';
import { createRisk } from './sample-edits.ts';

export type OutboxCase = {
  title: string;
  /** `open` gives the outbox again as a new process finds it. */
  run(open: () => Outbox): Promise<void>;
};

export const sampleEntry = (order: number, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  operation: `operation-${order}`,
  edit: createRisk(order, `Ünïcode ${order}`),
  note: '',
  savedAt: '2026-03-01T10:00:00Z',
  state: 'saved',
  order,
  ...more,
});

const put = async (outbox: Outbox, ...entries: OutboxEntry[]): Promise<void> => {
  const done = await outbox.put(entries);
  if (!done.ok) throw new Error(done.error.detail);
};

/** What every outbox does, wherever it keeps its entries. */
export const outboxContract: readonly OutboxCase[] = [
  {
    title: 'entries are there in order after a restart',
    run: async (open) => {
      await put(open(), sampleEntry(2), sampleEntry(1));
      await put(open(), sampleEntry(3));
      deepStrictEqual(await open().list(), [sampleEntry(1), sampleEntry(2), sampleEntry(3)]);
    },
  },
  {
    title: 'an entry of the same operation is replaced',
    run: async (open) => {
      await put(open(), sampleEntry(1), sampleEntry(2));
      const changed = sampleEntry(1, { state: 'publishing', commit: 'c'.repeat(40) });
      await put(open(), changed);
      deepStrictEqual(await open().list(), [changed, sampleEntry(2)]);
    },
  },
  {
    title: 'removed entries stay away',
    run: async (open) => {
      await put(open(), sampleEntry(1), sampleEntry(2));
      strictEqual((await open().remove(['operation-1', 'unknown'])).ok, true);
      deepStrictEqual(await open().list(), [sampleEntry(2)]);
    },
  },
  {
    title: 'writers at the same time lose nothing',
    run: async (open) => {
      const orders = Array.from({ length: 12 }, (_, index) => index + 1);
      await Promise.all(orders.map((order) => put(open(), sampleEntry(order))));
      deepStrictEqual(
        (await open().list()).map(({ order }) => order),
        orders,
      );
    },
  },
];

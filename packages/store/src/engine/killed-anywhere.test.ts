import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Clients, mortalClients, type Step } from '../contract/mortal-clients.ts';
import { sampleCharter, sampleRisk } from '../contract/sample-edits.ts';
import { type MemoryHost, memoryHost } from '../drivers/memory.ts';

const never = new AbortController().signal;
/** The long form: `MILEPOST_RUNS=20000`. */
const runs = Number(process.env.MILEPOST_RUNS ?? 200);
const clientCount = 3;

const step: fc.Arbitrary<Step> = fc.record({
  client: fc.nat(clientCount - 1),
  action: fc.constantFrom('create', 'note', 'rename', 'sync', 'sync'),
  dieAt: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })),
  after: fc.boolean(),
});

/** Syncs everybody until nobody has anything left to send or to read. */
const settleAll = async (clients: Clients) => {
  const stores = Array.from({ length: clientCount }, (_, client) => clients.revive(client));
  for (let round = 0; round < 4; round += 1) for (const store of stores) await store.sync(never);
  return stores;
};

const textAtHead = async (host: MemoryHost): Promise<string> => {
  const files = host.history().at(-1)?.files ?? new Map<string, string>();
  const texts = await host.blobs([...files.values()], never);
  return texts.ok ? [...texts.value.values()].join('\n') : '';
};

const countIn = (text: string, word: string): number => text.split(word).length - 1;

const operationsOf = (host: MemoryHost): string[] =>
  host
    .history()
    .flatMap(({ message }) => message.trailers)
    .flatMap(([key, value]) => (key === 'Milepost-Operation' ? [value] : []));

const checkLedger = async (
  host: MemoryHost,
  clients: Clients,
  waiting: ReadonlySet<string>,
): Promise<void> => {
  const text = await textAtHead(host);
  const operations = operationsOf(host);
  expect(new Set(operations).size).toBe(operations.length);
  for (const word of clients.ledger.attempted)
    expect(countIn(text, word), `${word} doubled`).toBeLessThanOrEqual(1);
  for (const [operation] of clients.ledger.saved)
    expect(operations.includes(operation) || waiting.has(operation), `${operation} lost`).toBe(
      true,
    );
};

test(`clients killed at any call lose nothing, double nothing and agree in the end (${runs} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const host = await memoryHost([sampleCharter, sampleRisk(1, 'One'), sampleRisk(2, 'Two')]);
      const clients = mortalClients(host, clientCount);
      for (const one of steps) await clients.run(one);
      const stores = await settleAll(clients);
      const pending = (await Promise.all(stores.map((store) => store.pending()))).flat();
      const waiting = pending.filter(({ state }) => state !== 'published');
      // Only a field with two values may be left, and it waits with both.
      expect(waiting.every(({ state }) => state === 'conflict')).toBe(true);
      await checkLedger(host, clients, new Set(waiting.map(({ operation }) => operation)));
      const paths = await Promise.all(
        stores.map(async (store) => new Map([...(await store.program()).files].toSorted())),
      );
      for (const files of paths) expect(files).toEqual(paths[0]);
      const commits = stores.map((store) => store.state());
      expect(commits.every(({ state }) => state === 'up-to-date' || state === 'needs-you')).toBe(
        true,
      );
    }),
    { numRuns: runs },
  );
}, 600_000);

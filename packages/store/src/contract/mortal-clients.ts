import type { Edit } from '@milepost/shared/change/edit';
import { memoryCache } from '../cache/memory-cache.ts';
import { openStore } from '../engine/open-store.ts';
import type { GitHost } from '../git-host.ts';
import { memoryOutbox } from '../outbox/memory-outbox.ts';
import type { Store } from '../store.ts';
import { type Mortality, mortal, mortality } from './mortal.ts';
import { addEntry, createRisk, setTitle } from './sample-edits.ts';
import { author, numbers, tickingClock } from './sample-store.ts';

/** What one client does next. `dieAt` is the call at which it dies meanwhile; 0 lets it live. */
export type Step = {
  client: number;
  action: 'create' | 'note' | 'rename' | 'sync';
  dieAt: number;
  after: boolean;
};

/** What became known to the outside: edits answered with "saved" are promises, others may or may not exist. */
export type Ledger = { saved: Map<string, string>; attempted: Set<string> };

export type Clients = {
  run(step: Step): Promise<void>;
  /** A living store on the storage of a client. */
  revive(client: number): Store;
  ledger: Ledger;
};

const never = new AbortController().signal;

/** An edit as a person would make it who sees what this store shows. */
const nextEdit = async (store: Store, action: Step['action'], word: string): Promise<Edit> => {
  if (action === 'note') return addEntry(1, word);
  const program = await store.program();
  const taken = [...program.files.keys()].map((path) => Number(/R-(\d+)/.exec(path)?.[1] ?? 2));
  const highest = Math.max(2, ...taken);
  // Renaming what somebody has just created is what makes a second publication visible.
  const risk = program.records.get(`R-${highest}`)?.data;
  const was = risk !== undefined && 'title' in risk ? String(risk.title) : '';
  if (action === 'rename') return setTitle(highest, word, was);
  return createRisk(highest + 1, word);
};

/** Clients that share a host; each keeps its cache and outbox through its deaths. */
export const mortalClients = (host: GitHost, count: number): Clients => {
  const clock = tickingClock();
  const ledger: Ledger = { saved: new Map(), attempted: new Set() };
  const storage = Array.from({ length: count }, (_, index) => ({
    cache: memoryCache(),
    outbox: memoryOutbox(),
    random: numbers(index + 11),
  }));
  let words = 0;

  const open = (client: number, life: Mortality): Store => {
    const kept = storage[client];
    if (kept === undefined) throw new Error('no such client');
    return openStore({
      host: mortal(host, life, ['commitUrl', 'landed']),
      cache: mortal(kept.cache, life),
      outbox: mortal(kept.outbox, life),
      clock: mortal(clock, life, ['now']),
      random: kept.random,
      author,
    });
  };

  const act = async (store: Store, action: Step['action']): Promise<void> => {
    if (action === 'sync') return void (await store.sync(never));
    words += 1;
    const word = `word-${words}-`;
    const edit = await nextEdit(store, action, word);
    ledger.attempted.add(word);
    const saved = await store.edit(edit, '');
    if (saved.ok) ledger.saved.set(saved.value.operation, word);
  };

  return {
    ledger,
    revive: (client) => open(client, mortality(0, false)),
    run: async ({ client, action, dieAt, after }) => {
      const life = mortality(dieAt, after);
      clock.advance(7);
      await Promise.race([act(open(client, life), action), life.died]);
      life.die();
    },
  };
};

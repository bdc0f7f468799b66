import { buildIndex } from '@milepost/shared/context/context-index';
import type { MatchIndex } from '@milepost/shared/context/index-draft';
import {
  type Neighbourhood,
  neighbourhoodOf,
  readNeighbourhood,
} from '@milepost/shared/context/neighbourhood';
import { packIndex, unpackIndex } from '@milepost/shared/context/pack-index';
import type { Program } from '@milepost/shared/program/program';
import type { Store } from '@milepost/store/store';
import { onceUnlessFailed } from './once-unless-failed.ts';
import { type ProgramConfig, readAll, removeOne, writeOne } from './own-database.ts';

export type OpenStore = (config: ProgramConfig) => Promise<Store>;

/** One connected program in this life of the background. The store is opened when first needed: a wake-up that only has to say "nothing here" reads no record. */
export type LiveProgram = {
  config: ProgramConfig;
  /** From the compact form in IndexedDB; absent before the first read. */
  index: MatchIndex | undefined;
  /** Who stands next to whom, for a first answer without the whole program. */
  near(): Neighbourhood | undefined;
  /** True once the whole program is in memory. */
  isWarm(): boolean;
  /** The store without its program: for a part of it. */
  bare(): Promise<Store>;
  store(): Promise<Store>;
};

export type ConnectedPrograms = {
  list(): Promise<readonly LiveProgram[]>;
  find(key: string): Promise<LiveProgram | undefined>;
  add(config: ProgramConfig): Promise<LiveProgram>;
  remove(key: string): Promise<void>;
  /** Publishes what waits and reads what is new, in all programs; never throws. */
  syncAll(signal: AbortSignal): Promise<void>;
};

/** Text, because JSON is read several times faster than the same data cloned out of the database. */
type Packed = { key: string; index?: unknown; near?: unknown };

const parsed = (text: unknown): unknown => {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
};

/** Parsed when first asked for: a page that nothing matches needs no neighbours. */
function lazyNear(row: Packed | undefined): () => Neighbourhood | undefined {
  let near: { is: Neighbourhood | undefined } | undefined;
  return () => {
    near ??= { is: readNeighbourhood(parsed(row?.near)) };
    return near.is;
  };
}

/** Keeps the compact index as new as the program, so that the next wake-up finds it. */
async function keepIndex(live: LiveProgram, program: Program): Promise<void> {
  const index = buildIndex(program);
  const near = neighbourhoodOf(program);
  live.index = index;
  live.near = () => near;
  await writeOne('packed', {
    key: live.config.key,
    index: JSON.stringify(packIndex(index)),
    near: JSON.stringify(near),
  });
  const { name } = program.charter;
  if (program.readOnly === undefined && name !== live.config.name) {
    live.config = { ...live.config, name };
    await writeOne('programs', live.config);
  }
}

function makeLive(config: ProgramConfig, row: Packed | undefined, open: OpenStore): LiveProgram {
  let known: Program | undefined;
  const follow = async (store: Store) => {
    const program = await store.program();
    if (program === known) return;
    known = program;
    await keepIndex(live, program);
  };
  const openOnce = async () => {
    const store = await live.bare();
    const program = await store.program();
    if (!live.index || !live.near()) await keepIndex(live, program);
    known = program;
    store.subscribe(() => void follow(store));
    return store;
  };
  const live: LiveProgram = {
    config,
    index: unpackIndex(parsed(row?.index)),
    near: lazyNear(row),
    isWarm: () => known !== undefined,
    bare: onceUnlessFailed(() => open(live.config)),
    store: onceUnlessFailed(openOnce),
  };
  return live;
}

async function loadAll(open: OpenStore): Promise<Map<string, LiveProgram>> {
  const [configs, packed] = await Promise.all([readAll('programs'), readAll('packed')]);
  const byKey = new Map(packed.map((row): [string, Packed] => [row.key, row]));
  return new Map(
    configs.map((config) => [config.key, makeLive(config, byKey.get(config.key), open)]),
  );
}

/** The programs a person connected, kept in this browser. */
export function connectedPrograms(open: OpenStore): ConnectedPrograms {
  const all = onceUnlessFailed(() => loadAll(open));
  return {
    list: async () => [...(await all()).values()],
    find: async (key) => (await all()).get(key),
    async add(config) {
      await writeOne('programs', config);
      const live = makeLive(config, undefined, open);
      (await all()).set(config.key, live);
      return live;
    },
    async remove(key) {
      await Promise.all([removeOne('programs', key), removeOne('packed', key)]);
      (await all()).delete(key);
    },
    async syncAll(signal) {
      const programs = [...(await all()).values()];
      await Promise.all(programs.map(async (live) => (await live.store()).sync(signal)));
    },
  };
}

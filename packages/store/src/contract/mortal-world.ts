import type { FileChange } from '@milepost/shared/program/program';
import { memoryCache } from '../cache/memory-cache.ts';
import { openStore } from '../engine/open-store.ts';
import type { StoreOptions } from '../engine/session.ts';
import type { GitHost } from '../git-host.ts';
import { memoryOutbox } from '../outbox/memory-outbox.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Store } from '../store.ts';
import { type Mortality, mortal, mortality } from './mortal.ts';
import type { FaultKind, FaultPlan } from './mortal-faults.ts';
import type { Ledger, Seen } from './mortal-ledger.ts';
import { numbers, tickingClock } from './sample-store.ts';

/** The host of a campaign as seen from outside. */
export type Server = {
  folder: string;
  /** A connection of one client, whose requests fail by plan. */
  connect(plan: FaultPlan, client: number): GitHost;
  /** The proposal branch of one client, and what a reviewer does with it. */
  proposals?: {
    branch(client: number): string;
    connect(plan: FaultPlan, client: number): GitHost;
    /** False when there was nothing to decide, or the host finds a conflict. */
    review(client: number, verdict: 'merge' | 'decline'): Promise<boolean>;
  };
  /** Commits as somebody who uses Git, in the folder or `elsewhere` beside it. */
  commit(changes: readonly FileChange[], elsewhere?: boolean): Promise<void>;
  read(): Promise<ReadonlyMap<string, string>>;
  history(): Promise<readonly Seen[]>;
};

/** When a client dies in a step (0: it lives), and what happens to its requests. */
export type Fate = {
  dieAt: number;
  after: boolean;
  faults: readonly { at: number; kind: FaultKind }[];
};

export const luck: Fate = { dieAt: 0, after: false, faults: [] };

type Held = { release: () => void; done: Promise<unknown> };

type Client = {
  parts: Omit<StoreOptions, 'host'>;
  plan: FaultPlan;
  life: Mortality;
  store: Store;
  held: Held | undefined;
};

export type World = {
  server: Server;
  clock: ReturnType<typeof tickingClock>;
  ledger: Ledger;
  clients: Client[];
  /** Where clients died and what requests met, over all worlds that share the counts. */
  counts: Counts;
  words: number;
};

export type Counts = {
  deaths: Map<string, number>;
  faults: Map<string, number>;
  reviews: Map<string, number>;
};

export const noCounts = (): Counts => ({
  deaths: new Map(),
  faults: new Map(),
  reviews: new Map(),
});

export const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

export const countOne = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** A new life on what the storage kept. */
export const revive = (world: World, client: Client, number: number): void => {
  const { parts, plan } = client;
  const life = mortality(0, false);
  client.life = life;
  const plain = ['commitUrl', 'branchUrl', 'landed'];
  const { proposals } = world.server;
  client.store = openStore({
    ...parts,
    host: mortal(world.server.connect(plan, number), life, plain, 'host'),
    ...(proposals && {
      proposals: {
        branch: proposals.branch(number),
        host: mortal(proposals.connect(plan, number), life, plain, 'proposal'),
      },
    }),
    cache: mortal(parts.cache, life, [], 'cache'),
    outbox: mortal(parts.outbox, life, [], 'outbox'),
    clock: mortal(parts.clock, life, ['now'], 'clock'),
  });
};

/** An outbox for each client; a broken one is how a campaign shows that it would notice. */
export type MakeOutbox = () => Outbox;

export const makeWorld = (
  server: Server,
  count: number,
  { counts = noCounts(), makeOutbox = memoryOutbox }: { counts?: Counts; makeOutbox?: MakeOutbox },
): World => {
  const clock = tickingClock();
  const ledger: Ledger = { entries: [], outside: [] };
  const world: World = { server, clock, ledger, clients: [], counts, words: 0 };
  for (let number = 0; number < count; number += 1) {
    const plan: FaultPlan = { requests: 0, faults: [], met: [], pause: async () => undefined };
    const author = { name: `Client ${number}`, email: `client-${number}@example.org` };
    const own = { cache: memoryCache(), outbox: makeOutbox(), random: numbers(number + 11) };
    const parts = { ...own, clock, author };
    // The first revival replaces both.
    const client = {
      parts,
      plan,
      life: mortality(0, false),
      store: undefined as never,
      held: undefined,
    };
    world.clients.push(client);
    revive(world, client, number);
  }
  return world;
};

const bury = (world: World, client: Client): void => {
  if (client.life.dead && client.life.where !== undefined)
    countOne(world.counts.deaths, client.life.where);
  client.life.where = undefined;
};

/** Lets a client go on that was held in a slow request. */
export const letGo = async (world: World, client: Client): Promise<void> => {
  const { held } = client;
  if (held === undefined) return;
  client.held = undefined;
  client.plan.pause = async () => undefined;
  held.release();
  await held.done;
  bury(world, client);
};

const setFate = (client: Client, fate: Fate): Promise<() => void> => {
  Object.assign(client.life, { calls: 0, fatal: fate.dieAt, after: fate.after });
  Object.assign(client.plan, { requests: 0, faults: fate.faults, met: [] });
  const waiting: (() => void)[] = [];
  const release = () => {
    for (const one of waiting) one();
  };
  return new Promise((hold) => {
    client.plan.pause = () =>
      new Promise<void>((goOn) => {
        waiting.push(goOn);
        hold(release);
      });
  });
};

/** Runs one act of a client until it is done, dead, or held in a slow request; those held before go on after it. */
export const actAs = async (
  world: World,
  number: number,
  fate: Fate,
  act: (store: Store) => Promise<unknown>,
): Promise<void> => {
  const client = world.clients[number % world.clients.length];
  if (client === undefined) return;
  await letGo(world, client);
  if (client.life.dead) revive(world, client, number % world.clients.length);
  const heldBefore = world.clients.filter(({ held }) => held !== undefined);
  const hold = setFate(client, fate);
  const done = Promise.race([act(client.store), client.life.died]);
  const release = await Promise.race([done.then(() => undefined), hold]);
  if (release !== undefined) client.held = { release, done };
  for (const kind of client.plan.met) countOne(world.counts.faults, kind);
  bury(world, client);
  for (const other of heldBefore) await letGo(world, other);
};

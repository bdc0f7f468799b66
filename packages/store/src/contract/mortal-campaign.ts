import fc from 'fast-check';
import type { PendingEdit } from '../store.ts';
import { editKinds } from './mortal-edits.ts';
import { faultKinds } from './mortal-faults.ts';
import { checkLedger, type Ledger } from './mortal-ledger.ts';
import { type Step, takeStep } from './mortal-steps.ts';
import { type Fate, letGo, revive, type World } from './mortal-world.ts';

const never = new AbortController().signal;

const fate: fc.Arbitrary<Fate> = fc.record({
  dieAt: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 8, max: 60 })),
  after: fc.boolean(),
  faults: fc.oneof(
    fc.constant([]),
    fc.array(
      fc.record({ at: fc.integer({ min: 1, max: 7 }), kind: fc.constantFrom(...faultKinds) }),
      { minLength: 1, maxLength: 3 },
    ),
  ),
});

const client = fc.nat(4);
const target = fc.nat(7);
const act = <Name extends Step['do']>(name: Name) => fc.constant(name);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: act('edit'),
      client,
      kind: fc.constantFrom(...editKinds),
      target,
      fate,
    }),
  },
  { weight: 12, arbitrary: fc.record({ do: act('sync'), client, fate }) },
  { weight: 2, arbitrary: fc.record({ do: act('read'), client }) },
  { weight: 1, arbitrary: fc.record({ do: act('restart'), client }) },
  { weight: 1, arbitrary: fc.record({ do: act('lose cache'), client }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: act('resolve'),
      client,
      take: fc.constantFrom('mine' as const, 'theirs' as const),
      fate,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: act('discard'), client, target, fate }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: act('outside'),
      how: fc.constantFrom(
        'note' as const,
        'rename' as const,
        'create' as const,
        'elsewhere' as const,
      ),
      target,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: act('wait'), seconds: fc.integer({ min: 1, max: 60 }) }),
  },
);

/** A step as a command of fast-check: the ledger is the model, the world is what is tested. */
const toCommand = (one: Step): fc.AsyncCommand<Ledger, World> => ({
  check: () => true,
  run: async (_ledger, world) => takeStep(world, one),
  toString: () => JSON.stringify(one),
});

export type Story = { clients: number; started: boolean; steps: readonly Step[] };

/** Stories of 2 to 5 clients. */
export const stories = (most: number): fc.Arbitrary<Story> =>
  fc.record({
    clients: fc.integer({ min: 2, max: 5 }),
    /** Whether everybody has read the program before it begins. */
    started: fc.nat(4).map((number) => number > 0),
    steps: fc.array(step, { minLength: 5, maxLength: most, size: 'max' }),
  });

/** Leaves everybody alone with a working host until nothing moves. */
const settle = async (world: World): Promise<void> => {
  for (const one of world.clients) await letGo(world, one);
  for (const [number, one] of world.clients.entries()) {
    Object.assign(one.plan, { faults: [] });
    revive(world, one, number);
  }
  for (let round = 0; round < 3; round += 1) {
    world.clock.advance(3600);
    for (const one of world.clients) await one.store.sync(never);
  }
};

const left = new Set(['up-to-date', 'needs-you']);

/** Settles the world and checks what must hold whatever happened before. */
export const settleAndCheck = async (world: World): Promise<void> => {
  await settle(world);
  const { server, clients, ledger } = world;
  const pending: PendingEdit[] = [];
  for (const { store } of clients) {
    if (!left.has(store.state().state))
      throw new Error(`a client is left ${JSON.stringify(store.state())}`);
    pending.push(...(await store.pending()));
  }
  const waiting = pending.filter(({ state }) => state !== 'published');
  for (const { state, operation } of waiting)
    if (state !== 'conflict') throw new Error(`${operation} is left ${state}`);
  const programs = await Promise.all(clients.map(({ store }) => store.program()));
  const shown = programs.map(
    ({ files }) => new Map([...files].map(([path, { text }]) => [path, text])),
  );
  checkLedger(ledger, {
    history: await server.history(),
    proposed: new Set(),
    waiting: new Map(waiting.map(({ operation, state }) => [operation, state])),
    head: await server.read(),
    shown,
    folder: server.folder,
  });
};

/** Runs a story to its end. */
export const runStory = async (world: World, { started, steps }: Story): Promise<void> => {
  if (started) for (const { store } of world.clients) await store.sync(never);
  await fc.asyncModelRun(() => ({ model: world.ledger, real: world }), steps.map(toCommand));
  await settleAndCheck(world);
};

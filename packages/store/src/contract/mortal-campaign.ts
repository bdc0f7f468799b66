import fc from 'fast-check';
import type { PendingEdit, Store } from '../store.ts';
import { editKinds } from './mortal-edits.ts';
import { faultKinds } from './mortal-faults.ts';
import { checkLedger, type Ledger } from './mortal-ledger.ts';
import { type Step, takeStep } from './mortal-steps.ts';
import { type Fate, letGo, luck, revive, type World } from './mortal-world.ts';

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
      controlled: fc.nat(2).map((number) => number === 0),
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
  {
    weight: 3,
    arbitrary: fc.record({
      do: act('review'),
      client,
      verdict: fc.constantFrom('merge' as const, 'merge' as const, 'decline' as const),
    }),
  },
);

/** A step as a command of fast-check: the ledger is the model, the world is what is tested. */
const toCommand = (one: Step): fc.AsyncCommand<Ledger, World> => ({
  check: () => true,
  run: async (_ledger, world) => takeStep(world, one),
  toString: () => JSON.stringify(one),
});

export type Story = { clients: number; started: boolean; steps: readonly Step[] };

/** A proposal from its making to its review: single steps at random would seldom meet so. */
const proposal: fc.Arbitrary<readonly Step[]> = fc
  .record({
    client,
    kind: fc.constantFrom(...editKinds),
    target,
    fate,
    verdict: fc.constantFrom('merge' as const, 'decline' as const),
    before: fc.array(step, { maxLength: 2 }),
  })
  .map(({ kind, verdict, before, ...who }): Step[] => [
    { ...who, do: 'edit', kind, controlled: true, fate: luck },
    { ...who, do: 'sync' },
    ...before,
    { ...who, do: 'review', verdict },
    { ...who, do: 'sync' },
  ]);

const chunk = fc.oneof(
  { weight: 8, arbitrary: step.map((one): readonly Step[] => [one]) },
  { weight: 1, arbitrary: proposal },
);

/** Stories of 2 to 5 clients. */
export const stories = (most: number): fc.Arbitrary<Story> =>
  fc.record({
    clients: fc.integer({ min: 2, max: 5 }),
    /** Whether everybody has read the program before it begins. */
    started: fc.nat(4).map((number) => number > 0),
    steps: fc
      .noBias(fc.array(chunk, { minLength: 5, maxLength: most, size: 'max' }))
      .map((chunks) => chunks.flat()),
  });

/** Leaves everybody alone with a working host until nothing moves. */
const settle = async (world: World): Promise<void> => {
  for (const one of world.clients) await letGo(world, one);
  for (const [number, one] of world.clients.entries()) {
    Object.assign(one.plan, { faults: [] });
    revive(world, one, number);
  }
  for (let round = 0; round < 4; round += 1) {
    world.clock.advance(3600);
    for (const one of world.clients) await one.store.sync(never);
  }
};

type Files = ReadonlyMap<string, string>;

const left = new Set(['up-to-date', 'needs-you']);

/** What one client is left with. */
const lookAt = async (
  store: Store,
): Promise<{ waiting: PendingEdit[]; shown: Files | undefined }> => {
  const state = store.state();
  if (!left.has(state.state)) throw new Error(`a client is left ${JSON.stringify(state)}`);
  const waiting = (await store.pending()).filter((edit) => edit.state !== 'published');
  const hasConflict = waiting.some((edit) => edit.state === 'conflict');
  for (const { state: its, operation, proposal } of waiting)
    if (its !== 'conflict' && (proposal === undefined || (its === 'saved' && !hasConflict)))
      throw new Error(`${operation} is left ${its}`);
  // Who proposes something sees it; the others see what is published.
  const proposes = waiting.some(({ state: its, proposal }) => its !== 'conflict' && proposal);
  const { files } = await store.program();
  const shown = new Map([...files].map(([path, { text }]) => [path, text]));
  return { waiting, shown: proposes ? undefined : shown };
};

/** Settles the world and checks what must hold whatever happened before. */
export const settleAndCheck = async (world: World): Promise<void> => {
  await settle(world);
  const { server, clients, ledger } = world;
  const seen: Awaited<ReturnType<typeof lookAt>>[] = [];
  for (const { store } of clients) seen.push(await lookAt(store));
  const waiting = seen.flatMap((one) => one.waiting);
  checkLedger(ledger, {
    history: await server.history(),
    waiting: new Map(waiting.map(({ operation, state }) => [operation, state])),
    head: await server.read(),
    shown: seen.flatMap(({ shown }) => shown ?? []),
    folder: server.folder,
  });
};

/** Runs a story to its end. */
export const runStory = async (world: World, { started, steps }: Story): Promise<void> => {
  if (started) for (const { store } of world.clients) await store.sync(never);
  await fc.asyncModelRun(() => ({ model: world.ledger, real: world }), steps.map(toCommand));
  await settleAndCheck(world);
};

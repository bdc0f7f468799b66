import { awaitPoint } from '@milepost/store/contract/await-point';
import { settleAndCheck } from '@milepost/store/contract/mortal-campaign';
import { memoryServer } from '@milepost/store/contract/mortal-memory';
import { type Step, takeStep } from '@milepost/store/contract/mortal-steps';
import {
  type Counts,
  luck,
  makeWorld,
  noCounts,
  sumOf,
  type World,
} from '@milepost/store/contract/mortal-world';
import { expect, test } from 'vitest';

const fate = luck;
type EditStep = Step & { do: 'edit' };

const edit = (client: number, kind: EditStep['kind'], target = 0): Step => ({
  do: 'edit',
  client,
  kind,
  target,
  fate,
});
const propose = (client: number, kind: EditStep['kind'], target = 0): Step => ({
  do: 'edit',
  client,
  kind,
  target,
  fate,
  controlled: true,
});
const sync = (client: number): Step => ({ do: 'sync', client, fate });
const lost = (client: number): Step => ({
  do: 'sync',
  client,
  fate: { ...luck, faults: [{ at: 3, kind: 'dropped after' }] },
});
const limited = (client: number): Step => ({
  do: 'sync',
  client,
  fate: { ...luck, faults: [{ at: 2, kind: 'status 429' }] },
});
const choose = (client: number, take: 'mine' | 'theirs'): Step => ({
  do: 'resolve',
  client,
  take,
  fate,
});

/** Stories that lead through every part of the engine; in each of them somebody dies at every single call. */
const stories: Readonly<Record<string, readonly Step[]>> = {
  'one number for two records': [
    sync(0),
    sync(1),
    edit(0, 'create'),
    edit(1, 'create'),
    edit(1, 'link'),
    edit(1, 'note'),
    sync(0),
    sync(1),
    { do: 'read', client: 1, fate },
    sync(0),
  ],
  'two values in one field': [
    sync(0),
    sync(1),
    edit(0, 'rename', 1),
    edit(1, 'rename', 1),
    edit(1, 'sign'),
    sync(0),
    sync(1),
    choose(1, 'mine'),
    sync(1),
    sync(0),
    edit(0, 'rename', 1),
    { do: 'outside', how: 'rename', target: 1 },
    sync(0),
    choose(0, 'theirs'),
  ],
  'a lost answer, and others who go on': [
    sync(0),
    edit(0, 'create'),
    lost(0),
    sync(1),
    edit(1, 'rename'),
    sync(1),
    { do: 'restart', client: 0 },
    sync(0),
    { do: 'discard', client: 0, target: 0, fate },
  ],
  'a proposal that is carried over, merged, and one that is declined': [
    sync(0),
    propose(0, 'rename', 1),
    propose(0, 'create'),
    edit(0, 'link'),
    sync(0),
    { do: 'outside', how: 'note', target: 1 },
    { do: 'outside', how: 'create', target: 1 },
    sync(0),
    { do: 'review', client: 0, verdict: 'merge' },
    sync(0),
    propose(0, 'note', 1),
    sync(0),
    { do: 'discard', client: 0, target: 2, fate },
    propose(0, 'note', 1),
    lost(0),
    sync(0),
    { do: 'review', client: 0, verdict: 'decline' },
    sync(0),
  ],
  'a pause, a lost cache, a push that was overtaken': [
    limited(0),
    { do: 'wait', seconds: 60 },
    sync(0),
    edit(0, 'note'),
    { do: 'sync', client: 0, fate: { ...luck, faults: [{ at: 3, kind: 'slow question' }] } },
    { do: 'outside', how: 'create', target: 0 },
    { do: 'lose cache', client: 0 },
    sync(0),
  ],
};

const play = async (steps: readonly Step[], counts: Counts): Promise<World> => {
  const world = makeWorld(await memoryServer(), 2, { counts });
  for (const step of steps) await takeStep(world, step);
  return world;
};

/** The points of the engine at which a port is called when nobody dies. */
const reachPoints = async (steps: readonly Step[]): Promise<ReadonlySet<string>> => {
  const points = new Set<string>();
  const onCall = (port: string) => points.add(awaitPoint(port));
  const world = makeWorld(await memoryServer(), 2, {});
  for (const step of steps) {
    for (const { life } of world.clients) life.onCall = onCall;
    await takeStep(world, step);
  }
  await settleAndCheck(world);
  return points;
};

type Death = { at: number; dieAt: number; after: boolean };

const playWithDeath = async (
  steps: readonly Step[],
  { at, dieAt, after }: Death,
  counts: Counts,
): Promise<void> => {
  const step = steps[at];
  if (step === undefined || !('fate' in step)) return;
  const fated = { ...step, fate: { ...luck, ...step.fate, dieAt, after } };
  try {
    await settleAndCheck(await play(steps.with(at, fated), counts));
  } catch (cause) {
    const where = `death ${after ? 'after' : 'at'} call ${dieAt} of step ${at}`;
    throw new Error(where, { cause });
  }
};

/** Plays the story with a death at every call of one step, before and after it acts. */
const killInStep = async (steps: readonly Step[], at: number, counts: Counts): Promise<void> => {
  for (let dieAt = 1, deaths = -1; sumOf(counts.deaths) > deaths; dieAt += 1) {
    deaths = sumOf(counts.deaths);
    for (const after of [false, true]) await playWithDeath(steps, { at, dieAt, after }, counts);
  }
};

for (const [name, steps] of Object.entries(stories))
  test(`a client that dies at any await of the engine loses and doubles nothing: ${name}`, async () => {
    const points = await reachPoints(steps);
    const counts = noCounts();
    for (const at of steps.keys()) await killInStep(steps, at, counts);
    const killed = new Set([...counts.deaths.keys()].map((key) => key.replace(/ \w+$/, '')));
    process.stdout.write(
      `${name}: ${points.size} distinct points reached, died at ${killed.size}, ${sumOf(counts.deaths)} deaths\n`,
    );
    const inEngine = [...points].filter((point) => point.includes('<'));
    expect(inEngine.filter((point) => !killed.has(point))).toEqual([]);
  }, 300_000);

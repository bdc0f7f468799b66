import type { Edit } from '@milepost/shared/change/edit';
import { runStory, stories } from '@milepost/store/contract/mortal-campaign';
import { memoryServer } from '@milepost/store/contract/mortal-memory';
import type { Step } from '@milepost/store/contract/mortal-steps';
import {
  type Fate,
  luck,
  type MakeOutbox,
  makeWorld,
  type Server,
} from '@milepost/store/contract/mortal-world';
import { memoryOutbox } from '@milepost/store/outbox/memory-outbox';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';

const broken = vi.hoisted(() => ({ skipsRebase: false }));
vi.mock(import('@milepost/shared/change/rebase-edit'), async (original) => {
  const { rebaseEdit } = await original();
  const blind = (edit: Edit) => ({ ok: true as const, value: edit });
  return {
    rebaseEdit: (edit, newer) => (broken.skipsRebase ? blind(edit) : rebaseEdit(edit, newer)),
  };
});
afterEach(() => {
  broken.skipsRebase = false;
});

type Change = { makeOutbox?: MakeOutbox; changeServer?: (server: Server) => Server };

/** What the campaign says of an engine, at the latest after 600 stories. */
const verdictOn = async ({ makeOutbox, changeServer = (server) => server }: Change) => {
  const property = fc.asyncProperty(stories(16), async (story) => {
    const server = changeServer(await memoryServer());
    await runStory(makeWorld(server, story.clients, makeOutbox ? { makeOutbox } : {}), story);
  });
  const found = await fc.check(property, { numRuns: 600, seed: 1, endOnFailure: true });
  const { cause } = (found.errorInstance ?? {}) as Error;
  return found.failed ? String(cause ?? found.errorInstance) : 'nothing found';
};

test('an engine that skips the rebase is caught', async () => {
  broken.skipsRebase = true;
  expect(await verdictOn({})).toMatch(/which nobody saw|is lost|is left|overwritten/);
});

/** An outbox that says "durable" of what it only remembers until the next reading. */
const forgetful: MakeOutbox = () => {
  const outbox = memoryOutbox();
  let puts = 0;
  return {
    ...outbox,
    put: async (entries) => {
      puts += 1;
      return puts % 9 === 0 ? { ok: true, value: undefined } : outbox.put(entries);
    },
  };
};

test('an engine that forgets the outbox is caught', async () => {
  expect(await verdictOn({ makeOutbox: forgetful })).toMatch(/is lost|twice|not shown/);
});

const lostAnswer: Fate = { ...luck, faults: [{ at: 3, kind: 'dropped after' }] };

/** A push whose answer is lost, and somebody who goes on from what it left. */
const story: readonly Step[] = [
  { do: 'edit', client: 0, kind: 'create', target: 0, fate: luck },
  { do: 'sync', client: 0, fate: lostAnswer },
  { do: 'sync', client: 1, fate: luck },
  { do: 'edit', client: 1, kind: 'rename', target: 0, fate: luck },
  { do: 'sync', client: 1, fate: luck },
];

const tell = async (server: Server) =>
  runStory(makeWorld(server, 2, {}), { clients: 2, started: true, steps: story });

test('an engine that sends again what may have landed is caught', async () => {
  await tell(await memoryServer());
  const server = await memoryServer();
  const connect: Server['connect'] = (plan, client) => ({
    ...server.connect(plan, client),
    contains: async () => ({ ok: true, value: false }),
  });
  await expect(tell({ ...server, connect })).rejects.toThrow(/twice/);
});

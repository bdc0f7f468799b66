import type { Choice, PendingEdit, Store } from '../store.ts';
import { type EditKind, nextEdit } from './mortal-edits.ts';
import type { Entry } from './mortal-ledger.ts';
import { actAs, countOne, type Fate, letGo, luck, revive, type World } from './mortal-world.ts';

export type Step =
  | {
      do: 'edit';
      client: number;
      kind: EditKind;
      target: number;
      fate: Fate;
      /** It goes by a proposal, where the host takes some. */
      controlled?: boolean;
    }
  | { do: 'review'; client: number; verdict: 'merge' | 'decline' }
  | { do: 'sync'; client: number; fate: Fate }
  | { do: 'read'; client: number; fate?: Fate }
  | { do: 'restart'; client: number }
  | { do: 'lose cache'; client: number }
  | { do: 'resolve'; client: number; take: 'mine' | 'theirs'; fate: Fate }
  | { do: 'discard'; client: number; target: number; fate: Fate }
  | { do: 'outside'; how: 'note' | 'rename' | 'create' | 'elsewhere'; target: number }
  | { do: 'wait'; seconds: number };

const never = new AbortController().signal;

const newWord = (world: World): string => {
  world.words += 1;
  return `w${world.words}x`;
};

const edit = (world: World, step: Step & { do: 'edit' }) =>
  actAs(world, step.client, step.fate, async (store) => {
    const word = newWord(world);
    const client = step.client % world.clients.length;
    const made = nextEdit(await store.program(), { ...step, client }, word);
    const entry: Entry = { word, kind: step.kind, client, was: [made.was], givenUp: false };
    // Without a charter or a risk to see, capturing one is all that can be done.
    if (made.edit.intent === 'capture-risk') entry.kind = 'create';
    world.ledger.entries.push(entry);
    if (step.controlled === true && world.server.proposals !== undefined) entry.controlled = true;
    const controlled = entry.controlled ? { controlled: ['DR-06'] } : {};
    const saved = await store.edit({ ...made.edit, ...controlled }, '');
    if (saved.ok) entry.operation = saved.value.operation;
  });

/** An edit whose "saved" was never heard is told by its word. */
const entryOf = (world: World, operation: string, edit: unknown = undefined): Entry | undefined => {
  const { entries } = world.ledger;
  const text = JSON.stringify(edit) ?? '';
  return (
    entries.find((entry) => entry.operation === operation) ??
    entries.find((entry) => entry.operation === undefined && text.includes(`"${entry.word}"`))
  );
};

const resolve = (world: World, { client, take, fate }: Step & { do: 'resolve' }) =>
  actAs(world, client, fate, async (store) => {
    const all = await store.conflicts();
    const operation = all[0]?.operation;
    if (operation === undefined) return;
    const mine = all.filter((conflict) => conflict.operation === operation);
    const choices = mine.map(({ path, field }): Choice => ({ path, field, take }));
    const pending = await store.pending();
    const { edit: its } = pending.find((one) => one.operation === operation) ?? {};
    const entry = entryOf(world, operation, its);
    if (entry !== undefined && take === 'theirs') entry.givenUp = true;
    if (take === 'mine') entry?.was.push(...mine.map(({ theirs }) => theirs));
    await store.resolve(operation, choices);
  });

const discard = (world: World, { client, target, fate }: Step & { do: 'discard' }) =>
  actAs(world, client, fate, async (store) => {
    const all = await store.pending();
    const one = all[target % Math.max(1, all.length)];
    if (one === undefined) return;
    const { operation } = one;
    const entry = entryOf(world, operation, one.edit);
    if (entry !== undefined) entry.givenUp = true;
    await store.discard(operation);
  });

/** Words that a program must show: what is published or saved, but for values others may replace. */
const wordsToShow = (world: World, pending: readonly PendingEdit[]): string[] =>
  pending
    .filter(({ state, commit }) => state === 'published' || (state === 'saved' && !commit))
    .map(({ operation }) => entryOf(world, operation))
    .filter((entry) => entry !== undefined && entry.kind !== 'rename' && entry.kind !== 'sign')
    .map((entry) => entry?.word ?? '');

/** A person sees what they saved, unless it waits for their own choice or for the host's word. */
const read = (world: World, { client, fate = luck }: Step & { do: 'read' }) =>
  actAs(world, client, fate, async (store: Store) => {
    const [program, pending] = [await store.program(), await store.pending()];
    const own = world.ledger.entries.filter(
      (entry) => entry.client === client % world.clients.length,
    );
    // Who took something back has taken away what their other edits may stand on.
    if (!program.files.has('program.yaml') || own.some(({ givenUp }) => givenUp)) return;
    const texts = [...program.files.values()].map(({ text }) => text).join('\n');
    for (const word of wordsToShow(world, pending))
      if (!texts.includes(word)) throw new Error(`${word} was saved and is not shown`);
  });

const restart = async (world: World, number: number, forget: boolean): Promise<void> => {
  const at = number % world.clients.length;
  const client = world.clients[at];
  if (client === undefined) return;
  await letGo(world, client);
  if (forget) await client.parts.cache.clear();
  revive(world, client, at);
};

const outside = async (world: World, { how, target }: Step & { do: 'outside' }): Promise<void> => {
  const word = newWord(world);
  const { server, ledger } = world;
  const files = await server.read();
  const path = `risks/R-${1 + (target % 2)}.yaml`;
  const text = files.get(path) ?? '';
  const highest = Math.max(
    ...[...files.keys()].map((name) => Number(/R-(\d+)/.exec(name)?.[1] ?? 0)),
  );
  const id = `R-${highest + 1}`;
  const changes = {
    note: { path, text: `# ${word}\n${text}` },
    rename: { path, text: text.replace(/^title: .*$/m, 'title: changed by hand') },
    create: { path: `risks/${id}.yaml`, text: `id: ${id}\ntitle: ${word}\nstatus: proposed\n` },
    elsewhere: { path: 'src/a.ts', text: `// ${word}\n` },
  };
  await server.commit([changes[how]], how === 'elsewhere');
  if (how === 'note') ledger.outside.push(word);
};

const review = async (
  world: World,
  { client, verdict }: Step & { do: 'review' },
): Promise<void> => {
  const decided = await world.server.proposals?.review(client % world.clients.length, verdict);
  if (decided) countOne(world.counts.reviews, verdict);
};

const wait = async (world: World, seconds: number): Promise<void> => world.clock.advance(seconds);

/** Takes one step; throws when a client shows something untrue meanwhile. */
export const takeStep = (world: World, step: Step): Promise<void> => {
  if (step.do === 'edit') return edit(world, step);
  if (step.do === 'resolve') return resolve(world, step);
  if (step.do === 'discard') return discard(world, step);
  if (step.do === 'read') return read(world, step);
  if (step.do === 'outside') return outside(world, step);
  if (step.do === 'review') return review(world, step);
  if (step.do === 'wait') return wait(world, step.seconds);
  if (step.do === 'sync') return actAs(world, step.client, step.fate, (store) => store.sync(never));
  return restart(world, step.client, step.do === 'lose cache');
};

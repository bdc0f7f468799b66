import { fail, ok, type Result } from '@milepost/shared/result';
import { applyDelta, deltaResultSize } from './apply-delta.ts';
import { type GitObject, objectId } from './object-id.ts';
import {
  type PackEntry,
  type PackFailure,
  type PackLimits,
  packLimits,
  readPackEntries,
} from './pack-entries.ts';

/** Objects by the id we computed from their bytes. `unresolved` counts the deltas whose base is not here. */
export type Unpacked = { objects: ReadonlyMap<string, GitObject>; unresolved: number };

type Resolved = { offset: number | undefined; id: string; object: GitObject };

const groupByBase = (entries: readonly PackEntry[]) => {
  const waiting = new Map<number | string, PackEntry[]>();
  for (const entry of entries) {
    if (entry.type !== 'delta') continue;
    const group = waiting.get(entry.base);
    if (group === undefined) waiting.set(entry.base, [entry]);
    else group.push(entry);
  }
  return waiting;
};

const takeWaiting = (waiting: Map<number | string, PackEntry[]>, base: Resolved) => {
  // Joined, not spread into a call: a pack may hang more deltas on one base than a call takes arguments.
  let taken: PackEntry[] = [];
  for (const key of [base.offset, base.id]) {
    if (key === undefined) continue;
    taken = taken.concat(waiting.get(key) ?? []);
    waiting.delete(key);
  }
  return taken;
};

const externalBases = (
  waiting: ReadonlyMap<number | string, PackEntry[]>,
  baseOf: (id: string) => GitObject | undefined,
): Resolved[] => {
  const found: Resolved[] = [];
  for (const key of waiting.keys()) {
    const object = typeof key === 'string' ? baseOf(key) : undefined;
    if (typeof key === 'string' && object !== undefined)
      found.push({ offset: undefined, id: key, object });
  }
  return found;
};

const readWhole = async (entries: readonly PackEntry[]): Promise<Resolved[]> => {
  const whole: Resolved[] = [];
  for (const entry of entries) {
    if (entry.type === 'delta') continue;
    const object = { type: entry.type, body: entry.body };
    whole.push({ offset: entry.offset, id: await objectId(object), object });
  }
  return whole;
};

const applyEntry = async (
  base: Resolved,
  entry: PackEntry,
  room: number,
): Promise<Result<Resolved, PackFailure>> => {
  const size = deltaResultSize(entry.body);
  if (size > room) return fail({ code: 'too-large', detail: `delta makes ${size} bytes` });
  const body = applyDelta(base.object.body, entry.body);
  if (body === undefined) return fail({ code: 'corrupt-answer', detail: 'delta does not fit' });
  const object = { type: base.object.type, body };
  return ok({ offset: entry.offset, id: await objectId(object), object });
};

/**
 * Reads a pack: every object type, both kinds of delta, bases outside the pack through `baseOf` (thin packs).
 * Ids are computed here, never taken from the sender. Sizes are bounded before anything is built.
 */
export const readPack = async (
  pack: Uint8Array,
  baseOf: (id: string) => GitObject | undefined = () => undefined,
  limits: PackLimits = packLimits,
): Promise<Result<Unpacked, PackFailure>> => {
  const entries = await readPackEntries(pack, limits);
  if (!entries.ok) return entries;
  const waiting = groupByBase(entries.value);
  const whole = await readWhole(entries.value);
  const objects = new Map(whole.map(({ id, object }) => [id, object]));
  const queue = whole.concat(externalBases(waiting, baseOf));
  let room = limits.totalBytes - entries.value.reduce((sum, { body }) => sum + body.length, 0);
  for (let base = queue.pop(); base !== undefined; base = queue.pop()) {
    for (const entry of takeWaiting(waiting, base)) {
      const made = await applyEntry(base, entry, Math.min(room, limits.objectBytes));
      if (!made.ok) return made;
      room -= made.value.object.body.length;
      objects.set(made.value.id, made.value.object);
      queue.push(made.value);
    }
  }
  const unresolved = [...waiting.values()].reduce((sum, group) => sum + group.length, 0);
  return ok({ objects, unresolved });
};

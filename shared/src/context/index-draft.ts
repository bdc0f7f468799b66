import { type Clue, placeOf, type RecordClues } from './clues.ts';
import { literalFolder, literalSegment } from './glob.ts';

/** Where the program lives, from its charter. */
export type ProgramPlaces = {
  readonly githubHost: string;
  readonly repos: readonly string[];
  readonly sites: readonly string[];
  /** Declared Jira projects: on a Jira page their keys are never ours (domain 1.3). */
  readonly projectKeys: readonly string[];
};

type Ids = readonly string[];

/**
 * Which page facts point to which records. Immutable. Exact keys answer in O(1); path and branch globs lie under the
 * literal folder they start with, so a path asks only its own ancestor folders.
 */
export type ContextIndex = MatchIndex & { readonly records: ReadonlyMap<string, RecordClues> };

/** What matching reads of an index; the packed form keeps no more. */
export type MatchIndex = {
  readonly program: string;
  readonly places: ProgramPlaces;
  readonly records: ReadonlyMap<string, Pick<RecordClues, 'hops'>>;
  /** `slot value` → ids. */
  readonly exact: ReadonlyMap<string, Ids>;
  /** `path repo:folder`, `branch folder`, or `~segment` in place of the folder → glob → ids. */
  readonly globs: ReadonlyMap<string, ReadonlyMap<string, Ids>>;
  /** `repo acme/pay`, `project PAY`, `site acme.atlassian.net` → how many clues name it. */
  readonly named: ReadonlyMap<string, number>;
};

/** An index under construction. Buckets and lists that are not its own belong to another index and are copied before the first change. */
export type IndexDraft = {
  records: Map<string, RecordClues>;
  exact: Map<string, Ids>;
  globs: Map<string, Map<string, Ids>>;
  named: Map<string, number>;
  own: Set<string>;
  ownLists: WeakSet<Ids>;
};

export const emptyDraft = (): IndexDraft => ({
  records: new Map(),
  exact: new Map(),
  globs: new Map(),
  named: new Map(),
  own: new Set(),
  ownLists: new WeakSet(),
});

export const draftFrom = (index: ContextIndex): IndexDraft => ({
  records: new Map(index.records),
  exact: new Map(index.exact),
  // Never written before it is copied: see `ownBucket`.
  globs: new Map(index.globs) as IndexDraft['globs'],
  named: new Map(index.named),
  own: new Set(),
  ownLists: new WeakSet(),
});

export const finishDraft = (
  draft: IndexDraft,
  program: string,
  places: ProgramPlaces,
): ContextIndex => ({
  program,
  places,
  records: draft.records,
  exact: draft.exact,
  globs: draft.globs,
  named: draft.named,
});

function ownBucket(draft: IndexDraft, name: string): Map<string, Ids> {
  const old = draft.globs.get(name);
  if (old !== undefined && draft.own.has(name)) return old;
  const mine = new Map(old);
  draft.globs.set(name, mine);
  draft.own.add(name);
  return mine;
}

/** Under its literal folder; a glob that begins with a wildcard under a segment it must contain, where it has one. */
function shelfOf(glob: string): string {
  const folder = literalFolder(glob);
  const segment = folder === '' ? literalSegment(glob) : undefined;
  return segment === undefined ? folder : `~${segment}`;
}

/** Where a glob clue lies: its bucket and the glob itself; undefined for exact clues. */
function bucketOf([slot, value]: Clue): { bucket: string; glob: string } | undefined {
  if (slot === 'branch') return { bucket: `branch ${shelfOf(value)}`, glob: value };
  if (slot !== 'path') return undefined;
  const cut = value.indexOf(':');
  const glob = value.slice(cut + 1);
  return { bucket: `path ${value.slice(0, cut)}:${shelfOf(glob)}`, glob };
}

function count(draft: IndexDraft, clue: Clue, by: 1 | -1): void {
  const place = placeOf(clue);
  if (place === undefined) return;
  const sum = (draft.named.get(place) ?? 0) + by;
  if (sum > 0) draft.named.set(place, sum);
  else draft.named.delete(place);
}

/** Clues of one record come together, so an id that is there already is the last one. A list shared by thousands is copied once, not each time. */
function addId(draft: IndexDraft, map: Map<string, Ids>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids?.at(-1) === id) return;
  if (ids !== undefined && draft.ownLists.has(ids)) {
    (ids as string[]).push(id);
    return;
  }
  const mine = ids === undefined ? [id] : [...ids, id];
  draft.ownLists.add(mine);
  map.set(key, mine);
}

function insertClue(draft: IndexDraft, id: string, clue: Clue): void {
  count(draft, clue, 1);
  const at = bucketOf(clue);
  const map = at === undefined ? draft.exact : ownBucket(draft, at.bucket);
  const key = at === undefined ? `${clue[0]} ${clue[1]}` : at.glob;
  addId(draft, map, key, id);
}

export function insertRecord(draft: IndexDraft, id: string, clues: RecordClues): void {
  draft.records.set(id, clues);
  for (const clue of clues.clues) insertClue(draft, id, clue);
}

function removeClue(draft: IndexDraft, id: string, clue: Clue): void {
  count(draft, clue, -1);
  const at = bucketOf(clue);
  const map = at === undefined ? draft.exact : ownBucket(draft, at.bucket);
  const key = at === undefined ? `${clue[0]} ${clue[1]}` : at.glob;
  const rest = (map.get(key) ?? []).filter((each) => each !== id);
  if (rest.length > 0) map.set(key, rest);
  else map.delete(key);
  if (at !== undefined && map.size === 0) draft.globs.delete(at.bucket);
}

export function removeRecord(draft: IndexDraft, id: string): void {
  const old = draft.records.get(id);
  draft.records.delete(id);
  for (const clue of old?.clues ?? []) removeClue(draft, id, clue);
}

import { applyEdit, type ReadFile } from '@milepost/shared/change/apply-edit';
import type { Edit, EditConflict } from '@milepost/shared/change/edit';
import { rebaseEdit } from '@milepost/shared/change/rebase-edit';
import { nextId, renumberEdit } from '@milepost/shared/change/renumber';
import type { FileChange, Program } from '@milepost/shared/program/program';
import { kindOfId } from '@milepost/shared/record/record-types';
import { sameValue } from '@milepost/shared/text/field-value';
import type { OutboxEntry } from '../outbox/outbox.ts';

/** Every number in use, those of files we cannot read included: their ids are taken all the same. */
export const idsOf = (program: Program): string[] => [
  ...program.records.keys(),
  ...program.broken.flatMap(({ id }) => (id === undefined ? [] : [id])),
];

/** What pending edits make of a program: entries as they should be stored, and the changes that show them. */
export type Settled = {
  entries: readonly OutboxEntry[];
  /** Entries that differ from what was passed in; they must be stored together. */
  changed: readonly OutboxEntry[];
  /** Per path the last text; applied over the published files they show a person their own edits. */
  overlay: readonly FileChange[];
};

export type Outcome =
  | { kind: 'changes'; changes: readonly FileChange[] }
  /** Everything it wants is there already. */
  | { kind: 'landed' }
  | { kind: 'conflict'; conflicts: readonly EditConflict[] };

/** Its proposal was declined, and its author has not revived it. */
export const isDeclined = (entry: OutboxEntry): boolean => entry.proposal?.state === 'declined';

/** Kept, but no part of what its author sees: taken back, or declined until it is revived. */
const isOut = (entry: OutboxEntry): boolean =>
  entry.proposal?.withdrawn === true || isDeclined(entry);

/** Whether the entry still has something to send. */
export const isOpen = (entry: OutboxEntry): boolean => entry.state !== 'published';

/** What an edit does to files as they are now. */
export const judgeEdit = (edit: Edit, read: ReadFile): Outcome => {
  const rebased = rebaseEdit(edit, read);
  if (!rebased.ok) return { kind: 'conflict', conflicts: rebased.error };
  const applied = applyEdit(rebased.value, read);
  if (applied.ok)
    return applied.value.length === 0
      ? { kind: 'landed' }
      : { kind: 'changes', changes: applied.value };
  const conflicts = applied.error.map(
    ({ path, code }): EditConflict => ({
      path,
      field: [],
      reason: code === 'path-taken' || code === 'file-gone' ? code : 'broken-text',
      base: undefined,
      mine: edit.files.find((file) => file.path === path),
      theirs: read(path),
    }),
  );
  return { kind: 'conflict', conflicts };
};

export const createdIds = (edit: Edit): string[] =>
  edit.files.flatMap((file) => (file.kind === 'create' && file.id !== undefined ? [file.id] : []));

/** The id to give up, when a taken number is all that is in the way. */
const takenId = (edit: Edit, conflicts: readonly EditConflict[]): string | undefined => {
  if (!conflicts.every(({ reason }) => reason === 'path-taken')) return undefined;
  const paths = new Set(conflicts.map(({ path }) => path));
  const file = edit.files.find((one) => one.kind === 'create' && paths.has(one.path));
  return file?.kind === 'create' ? file.id : undefined;
};

/** A free id of the same type, or undefined for dated types, which have no next one. */
const freeId = (id: string, taken: ReadonlySet<string>): string | undefined => {
  const kind = kindOfId(id);
  if (kind === undefined) return undefined;
  const gate = kind === 'criterion' ? id.split('.')[0] : undefined;
  const next = nextId(kind, taken, gate);
  return kindOfId(next) === kind && !taken.has(next) ? next : undefined;
};

const toState = (
  entry: OutboxEntry,
  conflicts: readonly EditConflict[] | undefined,
): OutboxEntry => {
  const { conflicts: before, theirs: _theirs, ...rest } = entry;
  if (conflicts !== undefined && sameValue(before, conflicts)) return entry;
  if (conflicts !== undefined) return { ...rest, state: 'conflict', conflicts };
  // What both sides wrote may have come together again.
  return before === undefined ? entry : { ...rest, state: 'saved' };
};

/** Gives the entry at `from` and all later ones a free number in place of a taken one. */
const renumberFrom = (entries: OutboxEntry[], from: number, id: string, to: string): void => {
  const later = entries.slice(from).filter((entry) => isOpen(entry) && entry.commit === undefined);
  const edits = renumberEdit(
    later.map((entry) => entry.edit),
    id,
    to,
  );
  for (const [index, entry] of later.entries()) {
    const edit = edits[index];
    if (edit !== undefined) entries[entries.indexOf(entry)] = { ...entry, edit };
  }
};

const mostRenumbers = 50;

type Work = {
  entries: OutboxEntry[];
  read: ReadFile;
  taken: Set<string>;
  /** Numbers of records that were declined: what others of ours say of them must not come to mean another record. */
  reserved: ReadonlySet<string>;
};

/** Renumbers past a taken id when that is all that is in the way; false when a person must decide. */
const makeRoom = (work: Work, at: number, conflicts: readonly EditConflict[]): boolean => {
  const entry = work.entries[at];
  const id = entry === undefined ? undefined : takenId(entry.edit, conflicts);
  const next = id === undefined ? undefined : freeId(id, work.taken);
  if (id === undefined || next === undefined) return false;
  work.taken.add(next);
  renumberFrom(work.entries, at, id, next);
  return true;
};

/** The create whose number is kept for a declined record, as a conflict. */
const reservedClash = (work: Work, edit: Edit): EditConflict[] =>
  edit.files.flatMap((file) =>
    file.kind === 'create' && file.id !== undefined && work.reserved.has(file.id)
      ? {
          path: file.path,
          field: [],
          reason: 'path-taken',
          base: undefined,
          mine: file.data,
          theirs: undefined,
        }
      : [],
  );

const judgeIn = (work: Work, { edit, commit }: OutboxEntry): Outcome => {
  const conflicts = commit === undefined ? reservedClash(work, edit) : [];
  return conflicts.length > 0 ? { kind: 'conflict', conflicts } : judgeEdit(edit, work.read);
};

const settleOne = (work: Work, at: number, rounds = 0): readonly FileChange[] => {
  const entry = work.entries[at];
  if (entry === undefined || !isOpen(entry) || isOut(entry)) return [];
  const outcome = judgeIn(work, entry);
  const changes = outcome.kind === 'changes' ? outcome.changes : [];
  // A commit on its way is decided by the host, not by us.
  if (entry.commit !== undefined) return changes;
  if (outcome.kind !== 'conflict') {
    work.entries[at] = toState(entry, undefined);
    return changes;
  }
  if (rounds < mostRenumbers && makeRoom(work, at, outcome.conflicts))
    return settleOne(work, at, rounds + 1);
  work.entries[at] = toState(entry, outcome.conflicts);
  return [];
};

/**
 * Brings pending edits onto newer files: numbers that are taken by now are replaced everywhere, conflicts are kept
 * with both values, and what remains is shown on top of the published files. Pure; the caller stores `changed`.
 */
export const settleEdits = (
  pending: readonly OutboxEntry[],
  published: ReadFile,
  ids: Iterable<string>,
): Settled => {
  const entries = [...pending];
  const texts = new Map<string, string | undefined>();
  const read: ReadFile = (path) => (texts.has(path) ? texts.get(path) : published(path));
  const taken = new Set(ids);
  for (const entry of entries) for (const id of createdIds(entry.edit)) taken.add(id);
  const reserved = new Set(entries.filter(isDeclined).flatMap(({ edit }) => createdIds(edit)));
  const work: Work = { entries, read, taken, reserved };
  for (let at = 0; at < entries.length; at += 1)
    for (const change of settleOne(work, at)) texts.set(change.path, change.text);
  const overlay = [...texts].map(([path, text]) => ({ path, text }));
  return { entries, changed: entries.filter((entry, at) => entry !== pending[at]), overlay };
};

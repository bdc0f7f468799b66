import { parseDocument } from 'yaml';
import { fail, ok, type Result } from '../result.ts';
import { isPlainMap, sameValue, valueAt, withOp } from '../text/field-value.ts';
import type { ReadFile } from './apply-edit.ts';
import type { Edit, EditConflict, FieldOp, FileEdit } from './edit.ts';
import { type Merged, mergeValue } from './merge-value.ts';

type Rebased = { ops: FieldOp[]; conflicts: EditConflict[] };
type RebasedFile = { file: FileEdit | undefined; conflicts: EditConflict[] };

const readData = (text: string): Result<unknown, 'broken-text'> => {
  const document = parseDocument(text.replace(/^\uFEFF/, ''));
  return document.errors.length > 0
    ? fail('broken-text' as const)
    : ok(document.toJS({ maxAliasCount: 100 }) as unknown);
};

const placed = (path: string, merged: Merged): Rebased => ({
  ops: merged.ops,
  conflicts: merged.conflicts.map((conflict) => ({ path, ...conflict })),
});

/** An entry that is there already, word for word, landed before: a replay adds nothing. */
function rebaseAppend(data: unknown, op: FieldOp & { op: 'append' }, path: string): Rebased {
  const theirs = valueAt(data, op.path);
  if (theirs !== undefined && theirs !== null && !Array.isArray(theirs)) {
    const conflict = { path, field: op.path, base: undefined, mine: [op.value], theirs };
    return { ops: [], conflicts: [conflict] };
  }
  const landed = (theirs ?? []).some((entry) => sameValue(entry, op.value));
  return { ops: landed ? [] : [op], conflicts: [] };
}

function rebaseOp(data: unknown, op: FieldOp, path: string): Rebased {
  if (op.op === 'append') return rebaseAppend(data, op, path);
  const mine = op.op === 'set' ? op.value : undefined;
  return placed(path, mergeValue(op.path, op.was, mine, valueAt(data, op.path)));
}

/** Operations of one edit build on each other, so each is compared with the data its forerunners leave. */
function rebaseOps(start: unknown, ops: readonly FieldOp[], path: string): Rebased {
  let data = start;
  const result: Rebased = { ops: [], conflicts: [] };
  for (const op of ops) {
    const rebased = rebaseOp(data, op, path);
    result.ops.push(...rebased.ops);
    result.conflicts.push(...rebased.conflicts);
    data = rebased.ops.reduce(withOp, data);
  }
  return result;
}

function rebaseChange(file: FileEdit & { kind: 'change' }, text: string | undefined): RebasedFile {
  const refuse = (reason: 'file-gone' | 'broken-text', theirs: unknown): RebasedFile => ({
    file: undefined,
    conflicts: [{ path: file.path, field: [], reason, base: undefined, mine: file.ops, theirs }],
  });
  if (text === undefined) return refuse('file-gone', undefined);
  const data = readData(text);
  if (!data.ok) return refuse('broken-text', text);
  const rebased = rebaseOps(data.value, file.ops, file.path);
  const kept = rebased.ops.length === 0 ? undefined : { ...file, ops: rebased.ops };
  return { file: kept, conflicts: rebased.conflicts };
}

/** Files without an id (sign-offs, run files) are merged into what is there by then. */
const asOps = (data: Readonly<Record<string, unknown>>): FieldOp[] =>
  Object.entries(data).flatMap(([key, value]): FieldOp[] =>
    Array.isArray(value)
      ? value.map((entry) => ({ op: 'append', path: [key], value: entry }))
      : [{ op: 'set', path: [key], value, was: undefined }],
  );

function rebaseCreate(file: FileEdit & { kind: 'create' }, text: string | undefined): RebasedFile {
  if (text === undefined) return { file, conflicts: [] };
  const theirs = readData(text);
  if (theirs.ok && sameValue(theirs.value, file.data)) return { file: undefined, conflicts: [] };
  if (theirs.ok && isPlainMap(theirs.value) && file.id === undefined) {
    return rebaseChange({ kind: 'change', path: file.path, ops: asOps(file.data) }, text);
  }
  const conflict: EditConflict = {
    path: file.path,
    field: [],
    reason: 'path-taken',
    base: undefined,
    mine: file.data,
    theirs: theirs.ok ? theirs.value : text,
  };
  return { file: undefined, conflicts: [conflict] };
}

/**
 * The same intention on newer text. Edits of different fields commute, appended entries are all kept (an identical
 * one counts as landed), one field with two values is a conflict that carries base, mine and theirs. A created id
 * that is taken is a conflict with reason `path-taken`: `renumberEdit` and try again. An edit that has landed already
 * comes back without files. Nothing is thrown away: on conflict the edit itself stays as it was.
 */
export function rebaseEdit(edit: Edit, newer: ReadFile): Result<Edit, EditConflict[]> {
  const rebased = edit.files.map((file) =>
    file.kind === 'create'
      ? rebaseCreate(file, newer(file.path))
      : rebaseChange(file, newer(file.path)),
  );
  const conflicts = rebased.flatMap((part) => part.conflicts);
  if (conflicts.length > 0) return fail(conflicts);
  const files = rebased.flatMap((part) => (part.file === undefined ? [] : [part.file]));
  const same =
    files.length === edit.files.length &&
    files.every((file, at) => sameValue(file, edit.files[at]));
  return ok(same ? edit : { ...edit, files });
}

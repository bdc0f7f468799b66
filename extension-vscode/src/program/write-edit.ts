import { type ApplyFailure, applyEdit } from '@milepost/shared/change/apply-edit';
import type { Edit } from '@milepost/shared/change/edit';
import type { Program } from '@milepost/shared/program/program';
import { fail, ok, type Result } from '@milepost/shared/result';
import type { ProgramFolder } from '../ports/program-folder.ts';
import { decode } from './program-model.ts';

/** A file as it was and as it is now. */
export type WrittenFile = { path: string; before: string | undefined; after: string };

export type NotWritten = {
  code:
    | ApplyFailure['code']
    /** The file on disk is not the one the edit was planned on. */
    | 'changed-meanwhile'
    /** An editor holds unsaved changes of it. */
    | 'unsaved'
    /** Not UTF-8: writing it back would change bytes nobody touched. */
    | 'not-utf8';
  path: string;
};

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

async function guard(
  folder: ProgramFolder,
  path: string,
  planned: string | undefined,
): Promise<NotWritten | undefined> {
  if (folder.isUnsaved(path)) return { code: 'unsaved', path };
  const bytes = await folder.read(path);
  const text = bytes && decode(bytes);
  if (text !== planned) return { code: 'changed-meanwhile', path };
  if (bytes !== undefined && !sameBytes(new TextEncoder().encode(text), bytes))
    return { code: 'not-utf8', path };
  return undefined;
}

/**
 * Writes an edit into the working copy: all its files or none, and none when a file is no longer as the program
 * was read. Commits and stages nothing.
 */
export async function writeEdit(
  folder: ProgramFolder,
  program: Program,
  edit: Edit,
): Promise<Result<WrittenFile[], NotWritten>> {
  const applied = applyEdit(edit, (path) => program.files.get(path)?.text);
  if (!applied.ok) return fail(applied.error[0] ?? { code: 'file-gone', path: '' });
  const files = applied.value.flatMap(({ path, text }) =>
    text === undefined ? [] : [{ path, before: program.files.get(path)?.text, after: text }],
  );
  for (const file of files) {
    const refused = await guard(folder, file.path, file.before);
    if (refused !== undefined) return fail(refused);
  }
  for (const file of files) await folder.write(file.path, new TextEncoder().encode(file.after));
  return ok(files);
}

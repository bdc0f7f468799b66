import type { FileChange } from '../program/program.ts';
import { fail, ok, type Result } from '../result.ts';
import { keyOrderOf } from '../text/key-order.ts';
import { type SpliceFailure, spliceYaml } from '../text/splice.ts';
import type { Edit, FileEdit } from './edit.ts';
import { schemaOfFile } from './file-schema.ts';
import { newFileText } from './new-file-text.ts';

/** Text of a file below the program folder, or undefined when there is none. */
export type ReadFile = (path: string) => string | undefined;

export type ApplyFailure = {
  /** `path-taken`: a new file's place is occupied; `file-gone`: the file to change is not there. */
  code: 'path-taken' | 'file-gone' | SpliceFailure['code'];
  path: string;
};

function applyToFile(file: FileEdit, text: string | undefined): Result<string, ApplyFailure> {
  if (file.kind === 'create') {
    if (text !== undefined) return fail({ code: 'path-taken', path: file.path });
    return ok(newFileText(file.path, file.data));
  }
  if (text === undefined) return fail({ code: 'file-gone', path: file.path });
  const spliced = spliceYaml(text, file.ops, keyOrderOf(schemaOfFile(file.path)));
  return spliced.ok ? spliced : fail({ code: spliced.error.code, path: file.path });
}

/** New texts of the files an edit touches; all or nothing. A file whose text stays the same is left out. */
export function applyEdit(edit: Edit, read: ReadFile): Result<FileChange[], ApplyFailure[]> {
  const texts = new Map<string, string>();
  const failures: ApplyFailure[] = [];
  for (const file of edit.files) {
    const applied = applyToFile(file, texts.get(file.path) ?? read(file.path));
    if (applied.ok) texts.set(file.path, applied.value);
    else failures.push(applied.error);
  }
  if (failures.length > 0) return fail(failures);
  return ok(
    [...texts]
      .filter(([path, text]) => text !== read(path))
      .map(([path, text]) => ({ path, text })),
  );
}

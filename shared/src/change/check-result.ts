import { ok, type Result } from '../result.ts';
import { isPlainMap, withOps } from '../text/field-value.ts';
import type { Edit, FileEdit, Refusal } from './edit.ts';
import { schemaOfFile } from './file-schema.ts';
import { type PlanContext, refuse } from './plan-context.ts';
import { fileData } from './target.ts';

/** Data of a file after the edit, as it would be read. */
export const dataAfter = (context: PlanContext, file: FileEdit): unknown =>
  file.kind === 'create' ? file.data : withOps(fileData(context, file.path) ?? {}, file.ops);

/** Whatever an intention carried, the file it makes must be one we would read back without an error. */
export function checkResult(context: PlanContext, edit: Edit): Result<Edit, Refusal> {
  for (const file of edit.files) {
    const after = dataAfter(context, file);
    const parsed = schemaOfFile(file.path)?.safeParse(after);
    const issue = parsed?.success === false ? parsed.error.issues[0] : undefined;
    if (issue !== undefined || !isPlainMap(after)) {
      const field = issue?.path.map(String).join('.') ?? '';
      return refuse('invalid-value', {
        file: file.path,
        field,
        reason: issue?.message ?? 'no map',
      });
    }
  }
  return ok(edit);
}

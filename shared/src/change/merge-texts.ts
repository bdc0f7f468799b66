import { fail, ok, type Result } from '../result.ts';
import { parseYaml } from '../text/parse-yaml.ts';
import { applyEdit } from './apply-edit.ts';
import type { Edit, EditConflict } from './edit.ts';
import { opsBetween } from './ops-between.ts';
import { rebaseEdit } from './rebase-edit.ts';

/** `unreadable`: one of the three is no YAML we can edit; Git's own merge has to do. */
export type MergeFailure =
  | { code: 'conflict'; conflicts: readonly EditConflict[] }
  | { code: 'unreadable' };

/**
 * Three-way merge of one record file: what they changed since `base` is spliced into our text. Different fields merge,
 * lists that only grew keep the entries of both sides, one field with two values is a conflict (rulings B5).
 */
export function mergeTexts(
  path: string,
  base: string,
  ours: string,
  theirs: string,
): Result<string, MergeFailure> {
  const [before, after] = [parseYaml(base), parseYaml(theirs)];
  if (!before.ok || !after.ok) return fail({ code: 'unreadable' });
  const ops = opsBetween(before.value, after.value);
  const edit: Edit = {
    intent: 'merge',
    items: [],
    summary: '',
    files: [{ kind: 'change', path, ops }],
  };
  const rebased = rebaseEdit(edit, () => ours);
  if (!rebased.ok) {
    const unreadable = rebased.error.some(({ field }) => field.length === 0);
    return fail(
      unreadable ? { code: 'unreadable' } : { code: 'conflict', conflicts: rebased.error },
    );
  }
  const applied = applyEdit(rebased.value, () => ours);
  return applied.ok ? ok(applied.value[0]?.text ?? ours) : fail({ code: 'unreadable' });
}

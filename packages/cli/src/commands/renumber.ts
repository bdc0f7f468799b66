import { applyEdit } from '@milepost/shared/change/apply-edit';
import type { Edit, FieldOp } from '@milepost/shared/change/edit';
import { type Reference, referencesTo } from '@milepost/shared/program/references';
import { kindOfId, recordTypes } from '@milepost/shared/record/record-types';
import { type Command, cannotRead, type Run, usage } from '../command.ts';
import { plural } from '../text/say.ts';

/** Why an id may not be changed to another, or undefined. */
function refusal({ program }: Run, from: string, to: string): string | undefined {
  const kind = kindOfId(from);
  if (!program.records.has(from)) return `There is no record ${from}.`;
  if (kind === undefined || kindOfId(to) !== kind)
    return `${to} is not an id of the same type as ${from}.`;
  if (kind === 'gate' || kind === 'release')
    return `${from} is a folder with files of its own; rename it by hand, then run milepost check.`;
  if (program.records.has(to) || program.broken.some(({ id }) => id === to))
    return `${to} is taken.`;
  return undefined;
}

/** The program's own key may stand before an id (`pay/R-12`); it stays. */
const renamed = (reference: Reference, from: string, to: string): FieldOp => ({
  op: 'set',
  path: reference.path,
  was: reference.to,
  value: `${reference.to.slice(0, reference.to.length - from.length)}${to}`,
});

function editOf({ program }: Run, from: string, to: string): Edit {
  const byFile = new Map<string, FieldOp[]>();
  const add = (file: string, op: FieldOp) => byFile.set(file, [...(byFile.get(file) ?? []), op]);
  for (const reference of referencesTo(program, from))
    add(reference.file, renamed(reference, from, to));
  const own = program.records.get(from)?.path;
  if (own !== undefined) add(own, { op: 'set', path: ['id'], was: from, value: to });
  return {
    intent: 'renumber',
    items: [to],
    summary: `Renumber ${from} to ${to}`,
    files: [...byFile].map(([path, ops]) => ({ kind: 'change', path, ops })),
  };
}

/** Rewrites the id, the file name and every reference; nothing else in the files changes. */
export const renumberCommand: Command = {
  name: 'renumber',
  summary: 'Give a record another number and rewrite every reference to it.',
  positionals: 'OLD NEW',
  options: {},
  examples: ['milepost renumber R-13 R-14'],
  needs: 'program',
  run: async (run) => {
    const [from, to] = run.arguments.positionals;
    if (from === undefined || to === undefined) return usage('milepost renumber OLD NEW');
    const no = refusal(run, from, to);
    if (no !== undefined) return usage(no);
    const applied = applyEdit(editOf(run, from, to), (path) => run.program.files.get(path)?.text);
    if (!applied.ok)
      return cannotRead({
        code: 3,
        message: `Cannot rewrite ${applied.error.map(({ path }) => path).join(', ')}.`,
      });
    const kind = kindOfId(from);
    const [oldPath, newPath] = [from, to].map((id) => (kind ? recordTypes[kind].path(id) : id));
    const files = applied.value.map((file) =>
      file.path === oldPath && newPath ? { ...file, path: newPath } : file,
    );
    await run.environment.files.write(run.directory, [
      ...files,
      { path: oldPath ?? '', text: undefined },
    ]);
    return {
      code: 0,
      data: { from, to, files: files.map(({ path }) => path) },
      text: () => `${from} is now ${to}; ${plural(files.length, 'file')} changed.`,
    };
  },
};

import { compare } from '@milepost/shared/change/compare';
import type { ProgramChange } from '@milepost/shared/change/program-change';
import type { Program } from '@milepost/shared/program/program';
import { ok, type Result } from '@milepost/shared/result';
import { sayChange } from '@milepost/shared/words/say-change';
import { type CannotRead, type Command, cannotRead, type Run, usage } from '../command.ts';
import { markdownTable, renderTable, type Table } from '../text/table.ts';

const tableOf = (changes: readonly ProgramChange[]): Table => ({
  head: ['Id', 'Title', 'What changed'],
  rows: changes.map((change) => [change.id, change.title, sayChange(change)]),
});

const programAt = async (run: Run, revision: string): Promise<Result<Program, CannotRead>> =>
  revision === '' ? ok(run.program) : run.environment.history.programAt(run.directory, revision);

/** JSON: `{from, to, changes:[{code, id, kind, title, facts, message}]}`; `to` is null for the working copy. */
export const diffCommand: Command = {
  name: 'diff',
  summary: 'What changed in the program between two revisions, in words.',
  positionals: 'REV..[REV]',
  options: {},
  examples: ['milepost diff HEAD~10..HEAD', 'milepost diff origin/main..'],
  needs: 'program',
  run: async (run) => {
    const [from = '', to = ''] = (run.arguments.positionals[0] ?? '').split('..');
    if (from === '')
      return usage('Between which revisions? For example milepost diff HEAD~1..HEAD.');
    const [before, after] = [await programAt(run, from), await programAt(run, to)];
    if (!before.ok) return cannotRead(before.error);
    if (!after.ok) return cannotRead(after.error);
    const changes = compare(before.value, after.value);
    const table = tableOf(changes);
    const nothing = 'Nothing changed.';
    return {
      code: 0,
      data: {
        from,
        to: to || null,
        changes: changes.map((change) => ({ ...change, message: sayChange(change) })),
      },
      text: () => (changes.length > 0 ? renderTable(table, run.environment.terminal) : nothing),
      markdown: () => (changes.length > 0 ? markdownTable(table) : nothing),
    };
  },
};

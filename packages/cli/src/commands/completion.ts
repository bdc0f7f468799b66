import { placeOf } from '@milepost/shared/program/layout';
import { sortById } from '@milepost/shared/record/compare-ids';
import {
  type Command,
  cannotRead,
  type Output,
  type Run,
  stringOption,
  usage,
} from '../command.ts';
import { type Completable, completable } from '../completion/completable.ts';
import { bashScript, fishScript, zshScript } from '../completion/scripts.ts';

const scripts: Readonly<Record<string, (commands: readonly Completable[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Ids by file name, so that no file is read while somebody waits for a key press. */
async function listIds({
  environment,
  arguments: given,
}: Pick<Run, 'environment' | 'arguments'>): Promise<Output> {
  const directory = await environment.files.find(stringOption(given, 'program'));
  if (!directory.ok) return cannotRead(directory.error);
  const paths = await environment.files.list(directory.value);
  const ids = paths.flatMap((path) => {
    const place = placeOf(path);
    return place.is === 'record' ? [{ id: place.id }] : [];
  });
  const sorted = sortById(ids).map(({ id }) => id);
  return { code: 0, data: { ids: sorted }, text: () => sorted.join('\n') };
}

/** The script of a shell, made from the table of commands; `completion ids` is what the scripts call. */
export function completionCommand(others: readonly Command[]): Command {
  const command: Command = {
    name: 'completion',
    summary: 'A script that completes commands, options and ids in bash, zsh or fish.',
    positionals: 'bash|zsh|fish',
    options: {},
    examples: [
      'source <(milepost completion bash)',
      'milepost completion zsh > ~/.zfunc/_milepost',
      'milepost completion fish | source',
    ],
    needs: 'nothing',
    run: async (run) => {
      const [shell = ''] = run.arguments.positionals;
      if (shell === 'ids') return listIds(run);
      const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
      if (script === undefined) return usage('For which shell? bash, zsh or fish.');
      const text = script([...others, command].map(completable));
      return { code: 0, data: { shell, script: text }, text: () => text };
    },
  };
  return command;
}

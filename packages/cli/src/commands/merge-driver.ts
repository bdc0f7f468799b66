import { basename, dirname } from 'node:path';
import { mergeTexts } from '@milepost/shared/change/merge-texts';
import { type Command, cannotRead, type Output, usage } from '../command.ts';

const SETUP = [
  'Once in a clone:',
  '  git config merge.milepost.driver "milepost merge-driver %O %A %B %P"',
  'and in .gitattributes of the repository:',
  '  program/**/*.yaml merge=milepost',
].join('\n');

const say = (code: Output['code'], data: unknown, text: string): Output => ({
  code,
  data,
  text: () => text,
});

/** Exit 0 merged, 1 conflict (our side stays in the file, Git marks it unmerged), 3 one side cannot be read. */
export const mergeDriverCommand: Command = {
  name: 'merge-driver',
  summary: 'Merge one record file for Git: fields apart merge, histories keep both sides.',
  positionals: 'BASE OURS THEIRS [PATH]',
  options: {},
  examples: SETUP.split('\n').map((line) => line.trim()),
  needs: 'nothing',
  run: async ({ environment, arguments: given }) => {
    const [base, ours, theirs, path = ours ?? ''] = given.positionals;
    if (!base || !ours || !theirs)
      return usage(`milepost merge-driver BASE OURS THEIRS [PATH]\n${SETUP}`);
    const texts = await Promise.all([base, ours, theirs].map(environment.files.readText));
    const [before, mine, others] = texts;
    if (before === undefined || mine === undefined || others === undefined)
      return cannotRead({ code: 3, message: 'One of the three files cannot be read.' });
    const merged = mergeTexts(path, before, mine, others);
    if (merged.ok) {
      await environment.files.write(dirname(ours), [{ path: basename(ours), text: merged.value }]);
      return say(0, { path, merged: true }, '');
    }
    if (merged.error.code === 'unreadable')
      return cannotRead({
        code: 3,
        message: `${path} is no record on one side; merge it by hand.`,
      });
    const fields = merged.error.conflicts.map(({ field }) => field.join('.'));
    return say(
      1,
      { path, merged: false, fields },
      `${path}: two values for ${fields.join(', ')}. Ours is in the file.`,
    );
  },
};

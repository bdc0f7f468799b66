import { join, resolve } from 'node:path';
import { newFileText } from '@milepost/shared/change/new-file-text';
import { Charter, FORMAT, PROFILES } from '@milepost/shared/record/charter';
import { type Command, type Output, stringOption, usage } from '../command.ts';

const slug = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);

const created = (folder: string, paths: readonly string[]): Output => ({
  code: 0,
  data: { directory: folder, created: paths },
  text: () =>
    [
      `A program begins in ${folder}:`,
      ...paths.map((path) => `  ${path}`),
      '',
      'Next: add yourself to people.yaml, then milepost new milestone "First milestone".',
    ].join('\n'),
});

/** Asks for no more than a name (rulings B3); everything else has a default. */
export const initCommand: Command = {
  name: 'init',
  summary: 'Begin a program in a folder (default: program/).',
  positionals: '[DIR]',
  options: {
    name: { type: 'string', value: 'NAME', help: 'what the program is called' },
    key: {
      type: 'string',
      value: 'KEY',
      help: 'short name in references (default: from the name)',
    },
    profile: {
      type: 'string',
      value: PROFILES.join('|'),
      help: 'how much is governed (default: lite)',
    },
  },
  examples: [
    'milepost init --name "Payments renewal"',
    'milepost init plan --name Apollo --profile standard',
  ],
  needs: 'nothing',
  run: async ({ environment, arguments: given }) => {
    const name = stringOption(given, 'name');
    if (!name)
      return usage(
        'What is the program called? For example milepost init --name "Payments renewal".',
      );
    const data = {
      format: FORMAT,
      profile: stringOption(given, 'profile') ?? 'lite',
      name,
      key: stringOption(given, 'key') ?? slug(name),
    };
    const read = Charter.safeParse(data);
    if (!read.success)
      return usage(`${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}.`);
    const folder = resolve(environment.cwd, given.positionals[0] ?? 'program');
    if ((await environment.files.readText(join(folder, 'program.yaml'))) !== undefined)
      return { ...usage(`${folder} holds a program already.`), code: 1 };
    const files = [
      { path: 'program.yaml', text: newFileText('program.yaml', data) },
      { path: 'people.yaml', text: 'people: []\n' },
    ];
    await environment.files.write(folder, files);
    return created(
      folder,
      files.map(({ path }) => path),
    );
  },
};

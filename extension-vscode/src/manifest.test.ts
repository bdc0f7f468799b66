import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { LEVEL_FILLS } from './program/icon.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const notACommand = ['command.ts', 'target.ts'];

/** `commands/*.ts` imports the editor, so the list is read and not run. */
const files = globSync('*.ts', { cwd: `${here}commands` })
  .filter((file) => !file.endsWith('.test.ts') && !notACommand.includes(file))
  .toSorted();

const idIn = (file: string): string | undefined =>
  /id: '(\w+)'/.exec(readFileSync(`${here}commands/${file}`, 'utf8'))?.[1];

describe('the manifest', () => {
  test('names every command file, and nothing that does not exist', () => {
    const listed = manifest.contributes.commands.map(({ command }) => command).toSorted();
    expect(listed).toEqual(files.map((file) => `milepost.${idIn(file)}`).toSorted());
  });

  test('commands.ts lists every command file', () => {
    const list = readFileSync(`${here}commands.ts`, 'utf8');
    expect(files.filter((file) => !list.includes(`'./commands/${file}'`))).toEqual([]);
  });

  test('menus and welcome texts call only commands that exist', () => {
    const known = new Set(manifest.contributes.commands.map(({ command }) => command));
    const used = Object.values(manifest.contributes.menus)
      .flat()
      .map(({ command }) => command);
    const linked = manifest.contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/command:(milepost\.\w+)/g)].map(([, command]) => command ?? ''),
    );
    expect([...used, ...linked].filter((command) => !known.has(command))).toEqual([]);
  });

  test('contributes one colour a level with a default for all four kinds of theme', () => {
    expect(manifest.contributes.colors.map(({ id }) => id).toSorted()).toEqual(
      LEVEL_FILLS.map((level) => `milepost.${level}`).toSorted(),
    );
    for (const { defaults } of manifest.contributes.colors)
      expect(Object.keys(defaults).toSorted()).toEqual([
        'dark',
        'highContrast',
        'highContrastLight',
        'light',
      ]);
  });
});

describe('trust and activation', () => {
  test('takes who acts and which day is shown from no workspace that is not trusted', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    // VS Code heeds the list only beside this very word.
    expect(supported).toBe('limited');
    expect(restrictedConfigurations).toEqual(['milepost.asOf', 'milepost.person']);
    expect(Object.keys(manifest.contributes.configuration.properties)).toEqual(
      expect.arrayContaining(restrictedConfigurations),
    );
  });

  test('is activated by fixed paths only, never by a scan of the workspace', () => {
    expect(manifest.activationEvents.filter((event) => event.includes('*'))).toEqual([]);
  });
});

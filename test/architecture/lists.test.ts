import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles, readFile } from './repository.ts';

const names = (folder: string): string[] =>
  listFiles(`${folder}/*.ts`)
    .filter(
      (file) =>
        !/\.test\.ts$/.test(file) && file.split('/').length === folder.split('/').length + 1,
    )
    .map((file) => basename(file, '.ts'));

/** Names imported from a folder by some files: `'./commands/refresh.ts'` is `refresh`. */
const imported = (files: readonly string[], folder: string): string[] => {
  const pattern = new RegExp(`from '[^']*/${folder}/([a-z0-9-]+)\\.ts'`, 'g');
  const found = files.flatMap((file) =>
    [...readFile(file).matchAll(pattern)].map((one) => one[1] ?? ''),
  );
  return [...new Set(found)].toSorted();
};

test('every feature of the browser extension is started by an entry point', () => {
  const starters = listFiles(
    'extension-browser/src/entrypoints',
    'extension-browser/src/features.ts',
  );
  const sources = starters.filter((file) => /\.tsx?$/.test(file));
  expect(imported(sources, 'features')).toEqual(names('extension-browser/src/features'));
});

describe('the commands of the VS Code extension', () => {
  // The type of a command and what several commands share are no commands.
  const files = names('extension-vscode/src/commands').filter(
    (name) => name !== 'command' && name !== 'target',
  );
  const manifest = JSON.parse(readFile('extension-vscode/package.json')) as {
    contributes: { commands: { command: string; title: string }[] };
  };
  const contributed = manifest.contributes.commands.map(({ command }) => command);

  test('the list names every file of the folder', () => {
    const listed = imported(['extension-vscode/src/commands.ts'], 'commands');
    expect(listed.filter((name) => name !== 'command')).toEqual(files);
  });

  test('each file has one command, whose id is its name, and the manifest has the same', () => {
    const ids = files.flatMap((name) =>
      [
        ...readFile(`extension-vscode/src/commands/${name}.ts`).matchAll(
          /^ {2}id: '([A-Za-z]+)'/gm,
        ),
      ].map((one) => one[1] ?? ''),
    );
    const kebab = ids.map((id) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(kebab).toEqual(files);
    expect(ids.map((id) => `milepost.${id}`).toSorted()).toEqual(contributed.toSorted());
  });
});

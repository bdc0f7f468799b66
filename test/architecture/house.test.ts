import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findPlaces, listFiles, readFile, root } from './repository.ts';

const TEXT = listFiles().filter(
  (file) => !/\.(png|ttf|woff2?|ico|lock)$|package-lock\.json$/.test(file),
);

test('the top level holds what rulings F1 list and nothing else', () => {
  const top = new Set(listFiles().map((file) => file.split('/')[0] ?? ''));
  const named = [...top].filter((name) => !name.startsWith('.')).toSorted();
  const allowed = [
    ...['LICENSE', 'README.md', 'docs', 'examples', 'extension-browser', 'extension-vscode'],
    ...['package-lock.json', 'package.json', 'packages', 'shared', 'test', 'tsconfig.json'],
  ];
  expect(named.filter((name) => !allowed.includes(name))).toEqual([]);
});

test('the lock file names no registry, so that any mirror serves it', () => {
  const locks = ['package-lock.json', 'test/vscode/host/package-lock.json'];
  expect(findPlaces(locks, /"resolved": "https?:/)).toEqual([]);
});

test('npm install leaves the lock file as it is', () => {
  const copy = mkdtempSync(join(tmpdir(), 'milepost-lock-'));
  try {
    const files = listFiles('package.json', 'package-lock.json', '*/package.json').filter(
      (file) => !/planted|vscode\/host/.test(file),
    );
    for (const file of files) {
      mkdirSync(join(copy, dirname(file)), { recursive: true });
      copyFileSync(join(root, file), join(copy, file));
    }
    const flags = [
      '--package-lock-only',
      '--ignore-scripts',
      '--offline',
      '--no-audit',
      '--no-fund',
    ];
    execFileSync('npm', ['install', ...flags], { cwd: copy, stdio: 'pipe' });
    expect(readFileSync(join(copy, 'package-lock.json'), 'utf8')).toBe(
      readFile('package-lock.json'),
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('nothing names a path of one machine', () => {
  // The words are put together here, so that this file does not name them itself.
  const roots = ['work', 'farm', 'root', 'Users', 'home'].join('|');
  const places = findPlaces(TEXT, new RegExp(`(^|[\\s"'\`(=])/(${roots})/[a-z]`));
  expect(places).toEqual([]);
});

test('the scripts at the root are the few that tools rely on, by their lasting names', () => {
  const { scripts } = JSON.parse(readFile('package.json')) as { scripts: Record<string, string> };
  const named = ['start', 'test', 'dev', 'check', 'fix', 'build', 'package', 'e2e', 'bench'];
  expect(Object.keys(scripts)).toEqual([...named, 'milepost', 'import-kubernetes']);
});

test('.ci/run calls exactly npm test', () => {
  const commands = readFile('.ci/run')
    .split('\n')
    .filter((line) => line !== '' && !/^(#|set |cd )/.test(line));
  expect(commands).toEqual(['npm test']);
});

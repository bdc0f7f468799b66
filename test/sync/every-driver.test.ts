import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gitHostContract, historyContract } from '@milepost/store/contract/git-host-contract';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const drivers = `${root}/packages/store/src/drivers`;

/** Who runs the contract for a driver. A driver that is not here, or a test that leaves a case out, fails. */
const runs: Readonly<Record<string, readonly string[]>> = {
  memory: ['packages/store/src/drivers/memory.test.ts'],
  git: ['test/sync/git-host.test.ts'],
  github: ['test/sync/github-host.test.ts', 'test/sync/github-emulated.test.ts'],
  'open-github-host': ['test/sync/open-github-host.test.ts'],
  folder: ['packages/store/src/drivers/folder.test.ts'],
};

/** File systems below the folder driver: each is one of its grounds. */
const grounds: Readonly<Record<string, string>> = {
  'folder-node': 'nodeFolder',
  'folder-handles': 'handleFolder',
  'folder-workspace': 'workspaceFolder',
};

const noDrivers = new Set(['folder-port', 'attempt']);

const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

test('every driver runs the contract, every file system is a ground of the folder driver', () => {
  const names = readdirSync(drivers)
    .filter((file) => /^[a-z-]+\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''));
  const known = [...Object.keys(runs), ...Object.keys(grounds), ...noDrivers];
  expect(names.toSorted()).toEqual(known.toSorted());
  const folderTest = read('packages/store/src/drivers/folder.test.ts');
  for (const port of Object.values(grounds)) expect(folderTest).toContain(`${port}(`);
});

test('no test of a driver leaves a case of the contract out', () => {
  expect(gitHostContract.length).toBeGreaterThanOrEqual(9);
  expect(historyContract.length).toBeGreaterThanOrEqual(1);
  for (const [driver, files] of Object.entries(runs))
    for (const file of files) {
      const text = read(file);
      const cases =
        driver === 'folder' ? 'gitHostContract' : '[...gitHostContract, ...historyContract]';
      expect(text, file).toContain(`for (const { title, run } of ${cases})`);
      expect(text, file).not.toMatch(/\.(skip|only|todo|skipIf|runIf|fails)\b|Contract\s*\.\w+\(/);
    }
});

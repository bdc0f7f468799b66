import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readProgram } from '@milepost/shared/program/read-program';
import { afterAll, expect, test } from 'vitest';
import { readFolder, writeFolder } from './folder.ts';
import { importProgram } from './import-program.ts';
import { TINY } from './tiny-source.ts';

const place = mkdtempSync(join(tmpdir(), 'milepost-import-'));
const [source, target] = [join(place, 'source'), join(place, 'program')];
afterAll(() => rmSync(place, { recursive: true, force: true }));

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const run = (...paths: string[]) =>
  spawnSync(process.execPath, [main, ...paths], { encoding: 'utf8' });

test('the command writes the program, says the sum, and never writes over anything', {
  timeout: 90_000,
}, () => {
  writeFolder(source, TINY);
  const first = run(source, target);
  expect(first.stderr).toBe('');
  expect(first.stdout).toContain('files in 21 = used 9 + refused 12');
  expect(first.stdout).toContain('read the program with --as-of 2030-05-02');
  const written = readProgram(readFolder(target) ?? []);
  expect(written.broken).toEqual([]);
  expect(written.records).toEqual(importProgram(TINY).program.records);
  const again = run(source, target);
  expect([again.status, again.stdout]).toEqual([2, '']);
});

test('a source that is not there and a missing path are said, each with its code', {
  timeout: 90_000,
}, () => {
  expect(run(join(place, 'nowhere'), join(place, 'new')).status).toBe(3);
  expect(run(source).status).toBe(2);
});

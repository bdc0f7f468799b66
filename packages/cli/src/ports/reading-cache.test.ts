import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { readProgram } from '@milepost/shared/program/read-program';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { programFiles } from './program-files.ts';
import { blobId, cacheFolder, openReadingCache, WORTH_CACHING } from './reading-cache.ts';

let home: string;
const program = () => join(home, 'program');
const cache = () => join(home, 'cache');
const opened = vi.fn();

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'milepost-cache-'));
  mkdirSync(join(program(), 'risks'), { recursive: true });
  writeFileSync(join(program(), 'program.yaml'), 'format: milepost/1\nname: Cached\nkey: cached\n');
  for (let n = 1; n <= WORTH_CACHING; n += 1) writeRisk(n, `title: Risk ${n}\nowner: ghost`);
  writeRisk(
    1,
    'title: Odd\nodd: [.nan, .inf, -0.0, null]\n__proto__: {a: 1}\nodder: {__proto__: {b: 1}}',
  );
  writeRisk(2, 'title: [broken');
  opened.mockClear();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const writeRisk = (n: number, rest: string): void =>
  writeFileSync(join(program(), `risks/R-${n}.yaml`), `id: R-${n}\n${rest}\n`);

async function read(options = { cache: true }, build = 'one') {
  const files = programFiles(home, (directory) => {
    const made = openReadingCache(cache(), directory, build);
    return { ...made, set: (key, reading) => opened(key) ?? made.set(key, reading) };
  });
  const result = await files.read(program(), options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const parsed = (): number => opened.mock.calls.length;
const plain = (read: ReturnType<typeof readProgram>) => {
  const files = [...read.files.values()].map(({ path, text }) => ({ path, text }));
  return { ...read, files };
};

test('a program from the cache is the program, finding for finding and value for value', async () => {
  const anew = plain(await read({ cache: false }));
  expect(plain(await read())).toEqual(anew);
  opened.mockClear();
  expect(plain(await read())).toEqual(anew);
  expect(parsed()).toBe(1);
});

test('only what changed is parsed again, and a file put back is known', async () => {
  await read();
  opened.mockClear();
  writeRisk(3, 'title: Changed');
  expect((await read()).records.get('R-3')?.data.title).toBe('Changed');
  expect(opened.mock.calls.map(([key]) => key.split(' ')[1]).sort()).toEqual([
    'risks/R-1.yaml',
    'risks/R-3.yaml',
  ]);
});

test.each([
  ['empty', () => ''],
  ['cut', (text: string) => text.slice(0, text.length / 2)],
  ['changed by one letter', (text: string) => text.replace('Risk 7"', 'Risk 8"')],
  ['no text at all', () => '\u0000\uFFFD'],
  ['of another version', (text: string) => text.replace(/^milepost-readings \d+/, '$&9')],
])('a cache that is %s is not believed', async (_, damage) => {
  const whole = plain(await read());
  const [name = ''] = readdirSync(cache());
  const path = join(cache(), name);
  writeFileSync(path, damage(readFileSync(path, 'utf8')));
  opened.mockClear();
  expect(plain(await read())).toEqual(whole);
  expect(parsed()).toBe(WORTH_CACHING + 1);
});

test('another build of the command reads for itself', async () => {
  await read();
  opened.mockClear();
  await read({ cache: true }, 'two');
  expect(parsed()).toBe(WORTH_CACHING + 1);
});

test('a cache that cannot be written is gone without', async () => {
  writeFileSync(cache(), 'a file where the folder should be');
  expect((await read()).records.size).toBe(WORTH_CACHING - 1);
});

test('without the cache nothing is written', async () => {
  await read({ cache: false });
  expect(readdirSync(home)).toEqual(['program']);
});

test('the cache lies in the cache folder of the person, whatever the system', () => {
  expect(cacheFolder({ MILEPOST_CACHE: '/x' }, 'linux')).toBe('/x');
  expect(cacheFolder({ XDG_CACHE_HOME: '/xdg' }, 'linux')).toBe(join('/xdg', 'milepost'));
  expect(cacheFolder({}, 'darwin')).toMatch(/Library.Caches.milepost$/);
  expect(cacheFolder({ LOCALAPPDATA: '/local' }, 'win32')).toBe(
    join('/local', 'milepost', 'cache'),
  );
});

test('a text is known by the id Git gives it', () => {
  expect(blobId('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
});

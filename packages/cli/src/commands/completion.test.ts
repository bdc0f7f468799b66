import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../commands.ts';
import { runExample } from '../run-example.ts';

const example = fileURLToPath(new URL('../../../../examples/payments', import.meta.url));
const SHELLS = ['bash', 'zsh', 'fish'] as const;

let place = '';
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'milepost-completion-'));
  for (const shell of SHELLS)
    writeFileSync(join(place, `milepost.${shell}`), (await runExample('completion', shell)).stdout);
  writeFileSync(join(place, 'ids'), (await runExample('completion', 'ids')).stdout);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/**
 * What a real bash offers for the words of a line; the last word is the one being written. `milepost` answers with what
 * the command itself said above: starting Node for every key would test Node.
 */
function offered(...words: string[]): string[] {
  const script = `milepost() { echo "$*" > "$PLACE/called"; cat "$PLACE/ids"; }
source "$PLACE/milepost.bash"
COMP_WORDS=(milepost "$@"); COMP_CWORD=$#; _milepost; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const printed = execFileSync('bash', ['--norc', '-c', script, 'bash', ...words], {
    cwd: example,
    encoding: 'utf8',
    env: { ...process.env, PLACE: place },
  });
  return printed.split('\n').filter(Boolean);
}

const called = (): string => readFileSync(join(place, 'called'), 'utf8').trim();

test('the first word is a command', () => {
  expect(offered('s')).toEqual(
    ['status', 'show', 'schedule', 'signals', 'schema'].toSorted(byTable),
  );
  expect(offered('')).toEqual(commands.map(({ name }) => name));
});

const byTable = (a: string, b: string): number => position(a) - position(b);
const position = (command: string): number => commands.findIndex(({ name }) => name === command);

test('options are those of the command and those of all', () => {
  expect(offered('kpi', '--f')).toEqual(['--from', '--format', '--fail-on']);
  expect(offered('report', 'status', '--s')).toEqual(['--since']);
  expect(offered('status', '--s')).toEqual([]);
});

test('an option that knows its values offers them', () => {
  expect(offered('status', '--format', '')).toEqual(['text', 'json', 'markdown', 'github']);
  expect(offered('report', 'status', '--audience', 'p')).toEqual(['public']);
  expect(offered('kpi', '--from', '')).toEqual([]);
  expect(offered('status', '--program', 'ris')).toEqual(['risks']);
});

test('ids of the program are offered where an id stands', () => {
  expect(offered('show', 'R-1')).toEqual(['R-12', 'R-15', 'R-18']);
  expect(offered('report', 'decision', 'DEC-5')).toEqual(['DEC-5']);
  expect(offered('gate', 'G-')).toEqual(expect.arrayContaining(['G-1', 'G-2', 'G-3']));
  expect(offered('show', 'R-12', 'R-')).toEqual([]);
});

test('a value is not counted as a place, and the program of the line is asked', () => {
  expect(offered('show', '--format', 'json', 'R-12')).toEqual(['R-12']);
  expect(called()).toBe('completion ids');
  expect(offered('show', '--program', 'my plan', 'R-12')).toEqual(['R-12']);
  expect(called()).toBe('completion ids --program my plan');
  expect(offered('report', '')).toEqual(['status', 'gonogo', 'decision', 'escalation']);
  expect(offered('new', 'mil')).toEqual(['milestone']);
});

test('ids are listed from names of files, in their order', async () => {
  const { stdout } = await runExample('completion', 'ids', '--format', 'json');
  const { ids } = JSON.parse(stdout) as { ids: string[] };
  expect(ids).toHaveLength(85);
  expect(ids.indexOf('R-9')).toBeLessThan(ids.indexOf('R-12'));
});

test.each(['zsh', 'fish'])('the script of %s names every command and option', async (shell) => {
  const { stdout } = await runExample('completion', shell);
  for (const { name, options } of commands) {
    expect(stdout).toContain(name);
    for (const option of Object.keys(options))
      expect(stdout).toMatch(new RegExp(`(--|-l )${option}\\b`));
  }
});

const has = (shell: string): boolean => {
  try {
    execFileSync(shell, ['-c', 'true']);
    return true;
  } catch {
    return false;
  }
};

for (const shell of ['zsh', 'fish'])
  test.skipIf(!has(shell))(`${shell}, which is installed here, reads its script`, () => {
    execFileSync(shell, ['-n', join(place, `milepost.${shell}`)]);
  });

test('an unknown shell is a wrong call', async () => {
  expect(await runExample('completion', 'tcsh')).toMatchObject({ code: 2, stdout: '' });
  expect(await runExample('completion', 'constructor')).toMatchObject({ code: 2 });
});

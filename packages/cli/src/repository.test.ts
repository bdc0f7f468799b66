import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runIn } from './run-example.ts';

const example = fileURLToPath(new URL('../../../examples/payments', import.meta.url));
let folder: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
const edit = (file: string, from: string, to: string) => {
  const path = join(folder, 'program', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-cli-'));
  cpSync(example, join(folder, 'program'), { recursive: true });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Ana Silva');
  git('config', 'user.email', 'ana.silva@acme.example');
  git('add', '-A');
  git('commit', '-q', '-m', 'Begin');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a moved external date asks for the sponsor, and says who that is', async () => {
  edit(
    'milestones/M-4.yaml',
    'committed_date: 2026-06-12\nbaseline',
    'committed_date: 2026-06-26\nbaseline',
  );
  const { code, stdout } = await runIn(
    folder,
    'approvals',
    '--base',
    'HEAD',
    '--as-of',
    '2026-03-10',
  );
  expect(code).toBe(1);
  expect(stdout).toMatch(/DR-06 +M-4 +committed_date +executive_sponsor +missing +maria\.keller/);
});

test('check against a base finds a shortened history', async () => {
  edit(
    'risks/R-12.yaml',
    '  - {at: "2026-02-16T10:12:00+01:00", by: li.wei, event: created}\n',
    '',
  );
  const { code, stdout } = await runIn(folder, 'check', '--base', 'HEAD', '--as-of', '2026-03-10');
  expect(code).toBe(1);
  expect(stdout).toMatch(/risks\/R-12\.yaml:\d+:\d+ {2}error {2}DQ-05/);
});

test('what changed is said in words', async () => {
  edit('risks/R-15.yaml', 'owner: priya.nair', 'owner: noor.aziz');
  const { stdout } = await runIn(folder, 'diff', 'HEAD..');
  expect(stdout).toContain('R-15');
  expect(stdout).toContain('noor.aziz');
});

test('a new risk takes the next number and its author, and touches nothing else', async () => {
  const { code } = await runIn(
    folder,
    'new',
    'risk',
    'Retry limit too low',
    '--set',
    'owner=li.wei',
  );
  expect(code).toBe(0);
  expect(git('status', '--short').trim()).toBe('?? program/risks/R-22.yaml');
  expect(readFileSync(join(folder, 'program/risks/R-22.yaml'), 'utf8')).toContain(
    'raised_by: ana.silva',
  );
});

test('a gate from a template comes with its criteria, and the program still passes', async () => {
  const made = await runIn(folder, 'new', 'gate', '--template', 'launch', '--set', 'milestone=M-5');
  expect(made.stdout).toContain('gates/G-4/criteria/G-4.9.yaml');
  expect((await runIn(folder, 'check')).code).toBe(0);
});

test('renumbering rewrites the file name and every reference, and no other line', async () => {
  const { stdout } = await runIn(folder, 'renumber', 'R-12', 'R-77');
  expect(stdout).toContain('R-12 is now R-77');
  git('add', '-A');
  expect(git('diff', '--cached', '--name-status', 'HEAD').trim().split('\n')).toEqual([
    'M\tprogram/actions/ACT-9.yaml',
    expect.stringMatching(/^R\d+\tprogram\/risks\/R-12\.yaml\tprogram\/risks\/R-77\.yaml$/),
  ]);
  expect((await runIn(folder, 'check', '--as-of', '2026-03-10')).code).toBe(0);
});

test('Git merges histories of both sides through the driver, and leaves two values to a person', async () => {
  const versions = ['base', 'ours', 'theirs'].map((name) => join(folder, `${name}.yaml`));
  const text = readFileSync(join(folder, 'program/risks/R-12.yaml'), 'utf8');
  const [base = '', ours = '', theirs = ''] = versions;
  writeFileSync(base, text);
  writeFileSync(ours, `${text}  - {at: 2026-03-10, by: tom.berg, event: review}\n`);
  writeFileSync(theirs, `${text}  - {at: 2026-03-09, by: li.wei, event: review}\n`);
  expect((await runIn(folder, 'merge-driver', base, ours, theirs, 'risks/R-12.yaml')).code).toBe(0);
  const merged = readFileSync(ours, 'utf8');
  expect(merged).toContain('by: tom.berg, event: review');
  expect(merged).toContain('by: li.wei, event: review');
  writeFileSync(ours, text.replace('owner: ana.silva', 'owner: tom.berg'));
  writeFileSync(theirs, text.replace('owner: ana.silva', 'owner: li.wei'));
  const conflict = await runIn(folder, 'merge-driver', base, ours, theirs, 'risks/R-12.yaml');
  expect(conflict.code).toBe(1);
  expect(conflict.stdout).toContain('two values for owner');
});

test('a program begins with a name alone, once', async () => {
  const begun = await runIn(folder, 'init', 'plan', '--name', 'Apollo Eleven');
  expect(begun.code).toBe(0);
  expect(readFileSync(join(folder, 'plan/program.yaml'), 'utf8')).toBe(
    'format: milepost/1\nprofile: lite\nname: Apollo Eleven\nkey: apollo-eleven\n',
  );
  expect((await runIn(folder, 'check', '--program', 'plan')).code).toBe(0);
  expect((await runIn(folder, 'init', 'plan', '--name', 'Again')).code).toBe(1);
});

test('a new record takes lists, and says what it does not take instead of losing it', async () => {
  const add = async (...words: string[]) => {
    const { code, stdout, stderr } = await runIn(folder, 'new', 'risk', 'Keys expire', ...words);
    return { code, said: stdout + stderr };
  };
  expect((await add('--set', 'affects=M-4, M-5')).code).toBe(0);
  expect(readFileSync(join(folder, 'program/risks/R-22.yaml'), 'utf8')).toMatch(
    /affects:\s*(\[M-4, M-5\]|\n\s*- M-4\n\s*- M-5)/,
  );
  for (const set of ['status=closed', 'raised=2026-13-45', 'foo=bar', 'nothing']) {
    const { code, said } = await add('--set', set);
    expect([set, code]).toEqual([set, 2]);
    expect(said).toContain(set.split('=')[0]);
  }
  expect((await add('--template', 'launch')).code).toBe(2);
  expect(git('status', '--short', '-uall').trim()).toBe('?? program/risks/R-22.yaml');
});

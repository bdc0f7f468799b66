import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runIn } from './run-example.ts';

const example = fileURLToPath(new URL('../../../examples/payments', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-broken-'));
  cpSync(example, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const replace = (file: string, text: (before: string) => string) =>
  writeFileSync(join(folder, file), text(readFileSync(join(folder, file), 'utf8')));
const call = async (...words: string[]) => {
  const { code, stdout, stderr } = await runIn(folder, ...words, '--as-of', '2026-03-10');
  return { code, said: stdout + stderr };
};

test('a gate with a criterion that cannot be read is not assessable, and names the file', async () => {
  replace('gates/G-1/criteria/G-1.4.yaml', () => 'id: [\n');
  replace('gates/G-1/gate.yaml', (text) => text.replace(/^required_signoffs:(\n {2}.*)*/m, ''));
  const { code, said } = await call('gate', 'G-1', '--format', 'json');
  expect(code).toBe(0);
  const gate = JSON.parse(said);
  expect([gate.verdict, gate.strict]).toEqual(['not_assessable', null]);
  const [first] = gate.missing;
  expect([first.code, first.subject]).toEqual([
    'criterion-unreadable',
    'gates/G-1/criteria/G-1.4.yaml',
  ]);
});

test.each([
  ['a day that does not exist', (text: string) => text.replace('2026-05-01', '2026-04-33')],
  ['no YAML', () => 'name: ['],
  ['a newer format', (text: string) => text.replace('milepost/1', 'milepost/2')],
])('no figure is told of a program whose charter has %s', async (_what, change) => {
  replace('program.yaml', change);
  for (const command of ['status', 'schedule', 'kpi', 'signals', 'forecast']) {
    const { code, said } = await call(command);
    expect([command, code]).toEqual([command, 3]);
    expect(said).toContain('program.yaml');
  }
  expect((await call('check')).said).toContain('program.yaml');
});

test('a record keeps its own kind beside the kind of record it is', async () => {
  const risk = JSON.parse((await call('show', 'R-12', '--format', 'json')).said);
  expect([risk.kind, risk.recordKind]).toEqual(['threat', 'risk']);
});

test('a milestone shows the health that status shows', async () => {
  const status = JSON.parse((await call('status', '--format', 'json')).said);
  for (const { id, health } of status.milestones) {
    const shown = JSON.parse((await call('show', id, '--format', 'json')).said);
    expect([id, shown.computed.health]).toEqual([id, health.rag ?? health]);
  }
});

test('an external date that will hardly be met is a signal', async () => {
  const { signals } = JSON.parse((await call('signals', '--format', 'json')).said);
  const odds = signals.find(({ rule }: { rule: string }) => rule === 'S-37');
  expect(odds).toMatchObject({ severity: 'critical', subjects: ['M-4'] });
});

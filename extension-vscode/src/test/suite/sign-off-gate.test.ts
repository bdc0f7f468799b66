import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { extension, facts, inProgram, readText, setSetting, until, writeText } from './helpers.ts';

const FILE = 'gates/G-2/signoffs/support_lead.yaml';
const CRITERION = 'gates/G-2/criteria/G-2.1.yaml';

const signOff = (fields: object) =>
  vscode.commands.executeCommand('milepost.signOffGate', { gate: 'G-2', ...fields });

const state = async () =>
  (await facts()).assess('G-2')?.signoffs.find((one) => one.role === 'support_lead');

describe('signing off a gate', () => {
  let criterion = '';
  before(async () => {
    await extension();
    await setSetting('asOf', '2026-03-10');
    criterion = readText(CRITERION);
  });
  after(async () => {
    writeText(CRITERION, criterion);
    fs.rmSync(inProgram('gates/G-2/signoffs').fsPath, { recursive: true, force: true });
    await until('the sign-off is gone', async () => (await state())?.state === 'missing');
  });

  it('is refused to somebody who does not hold the role', async () => {
    await setSetting('person', 'tom.berg');
    await signOff({ role: 'support_lead', decision: 'approved' });
    assert.equal(fs.existsSync(inProgram(FILE).fsPath), false);
  });

  it('writes a file that names the criteria it covers, and the gate accepts it', async () => {
    await setSetting('person', 'eva.lind');
    await signOff({ role: 'support_lead', decision: 'approved' });
    const text = readText(FILE);
    assert.match(text, /^signatory: eva\.lind$/m);
    assert.match(text, /^covers: "?sha256:[0-9a-f]{64}"?$/m);
    assert.match(text, /^at: "?2026-03-10T/m);
    assert.deepEqual(await state().then((found) => [found?.state, found?.why]), ['valid', []]);
  });

  it('stages nothing by itself', async () => {
    const git = vscode.extensions.getExtension('vscode.git')?.exports.getAPI(1);
    const repository = git.getRepository(inProgram(FILE));
    await repository.status();
    assert.deepEqual(repository.state.indexChanges, []);
  });

  it('becomes stale when a criterion changes afterwards', async () => {
    writeText(CRITERION, criterion.replace('Ten days', 'Five days'));
    const found = await until('a stale sign-off', async () => {
      const now = await state();
      return now?.state === 'stale' ? now : undefined;
    });
    assert.deepEqual(
      found.why.map((problem) => problem.code),
      ['covers-mismatch'],
    );
  });
});

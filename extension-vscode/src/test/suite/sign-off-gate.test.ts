import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import {
  assertReal,
  extension,
  facts,
  inProgram,
  readText,
  setSetting,
  until,
  writeText,
} from './helpers.ts';
import { offeredDuring } from './offered-during.ts';
import { saidDuring } from './said-during.ts';

const FILE = 'gates/G-2/signoffs/support_lead.yaml';
/** Shown: a day on which nobody of the example holds a role yet. Acts happen on the real day. */
const BEFORE_ROLES = '2025-12-31';
const CRITERION = 'gates/G-2/criteria/G-2.1.yaml';

const signOff = (fields: object) =>
  vscode.commands.executeCommand('milepost.signOffGate', { gate: 'G-2', ...fields });

const state = async () =>
  (await facts()).assess('G-2')?.signoffs.find((one) => one.role === 'support_lead');

const approve = () => signOff({ role: 'support_lead', decision: 'approved' });

describe('who may sign off a gate', () => {
  before(async () => {
    await extension();
    await setSetting('asOf', BEFORE_ROLES);
  });

  it('is refused to somebody who does not hold the role', async () => {
    await setSetting('person', 'tom.berg');
    const said = await saidDuring(approve);
    const text = 'tom.berg does not hold the role support lead. Who can: Eva Lind.';
    assert.deepEqual(said, [{ kind: 'warning', text }]);
    assert.equal(fs.existsSync(inProgram(FILE).fsPath), false);
  });

  it('offers the roles held on the real day, whatever day is shown', async () => {
    await setSetting('person', 'eva.lind');
    assert.deepEqual(await offeredDuring(() => signOff({ decision: 'approved' })), ['Support']);
  });
});

describe('signing off a gate', () => {
  let criterion = '';
  before(async () => {
    await extension();
    await setSetting('asOf', BEFORE_ROLES);
    await setSetting('person', 'eva.lind');
    criterion = readText(CRITERION);
  });
  after(async () => {
    writeText(CRITERION, criterion);
    fs.rmSync(inProgram('gates/G-2/signoffs').fsPath, { recursive: true, force: true });
    await until('the sign-off is gone', async () => (await state())?.state === 'missing');
  });

  it('writes a file of the real moment that names the criteria it covers, and the gate accepts it', async () => {
    const from = Date.now();
    await approve();
    const text = readText(FILE);
    assert.match(text, /^signatory: eva\.lind$/m);
    assert.match(text, /^covers: "?sha256:[0-9a-f]{64}"?$/m);
    assertReal(/^at: "?([^"\n]+)/m.exec(text)?.[1], from, Date.now());
    assert.equal((await facts()).asOf, BEFORE_ROLES);
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

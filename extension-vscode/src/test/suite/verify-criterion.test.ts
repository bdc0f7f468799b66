import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  assertReal,
  changedLines,
  extension,
  facts,
  inProgram,
  readText,
  setSetting,
  writeText,
} from './helpers.ts';
import { saidDuring } from './said-during.ts';

const FILE = 'gates/G-2/criteria/G-2.3.yaml';

const verify = (fields: object) =>
  vscode.commands.executeCommand('milepost.verifyCriterion', { id: 'G-2.3', ...fields });

const MET = { outcome: 'met', actual: 44, evidence: { url: 'https://ci.example/1' } };

let original = '';

describe('verifying a criterion', () => {
  before(async () => {
    await extension();
    await setSetting('asOf', '2026-03-10');
    original = readText(FILE);
    // The web workbench saves by itself after a second.
    await vscode.workspace
      .getConfiguration('files')
      .update('autoSave', 'off', vscode.ConfigurationTarget.Global);
  });
  after(() => writeText(FILE, original));

  it('is refused to the owner of a high-severity criterion, and nothing is written', async () => {
    await setSetting('person', 'dan.roe');
    const said = await saidDuring(() => verify(MET));
    const refusal = said.at(-1);
    assert.equal(refusal?.kind, 'warning');
    assert.match(refusal.text, /^Somebody other than dan\.roe must verify it\. Who can: \S/);
    assert.equal(readText(FILE), original);
  });

  it('is refused while an editor holds unsaved changes of the file', async () => {
    await setSetting('person', 'kim.adler');
    const document = await vscode.workspace.openTextDocument(inProgram(FILE));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# mine\n'));
    const said = await saidDuring(() => verify(MET));
    assert.deepEqual(said.at(-1), {
      kind: 'error',
      text: `${FILE} has unsaved changes in an editor. Save or revert it first.`,
    });
    assert.equal(readText(FILE), original);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('verifying a criterion with its evidence', () => {
  after(() => writeText(FILE, original));

  it('changes the status, the measured value, the evidence, the verifier and the log, and no other line', async () => {
    await setSetting('person', 'kim.adler');
    const from = Date.now();
    await verify({ outcome: 'met', actual: 44, evidence: { path: 'deploy/rehearsal.md' } });
    const { gone, come } = changedLines(original, readText(FILE));
    assert.deepEqual(
      gone.map((line) => line.split(':')[0]),
      ['status', 'measure', 'evidence'],
    );
    const text = come.join('\n');
    assert.match(text, /^status: met$/m);
    assert.match(text, /actual: 44/);
    assert.match(text, /deploy\/rehearsal\.md/);
    assert.match(text, /^verified_by: kim\.adler$/m);
    assert.match(text, /event: status, from: not_met, to: met/);
    assertReal(/^verified_on: "?([^"\n]+)/m.exec(text)?.[1], from, Date.now());
    assert.ok(come.length <= 6, text);
    assert.equal((await facts()).program.records.get('G-2.3')?.data.status, 'met');
  });

  it('shows the file before and after', async () => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(tab instanceof vscode.TabInputTextDiff);
    const before = await vscode.workspace.openTextDocument(tab.original);
    assert.equal(before.getText(), original);
    assert.equal(tab.modified.toString(), inProgram(FILE).toString());
  });
});

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, inProgram } from './helpers.ts';
import { saidDuring } from './said-during.ts';

describe('opening a record', () => {
  before(() => extension());

  it('opens the file of an id at the line of its id', async () => {
    await vscode.commands.executeCommand('milepost.openRecord', { id: 'G-2.3' });
    const editor = vscode.window.activeTextEditor;
    const wanted = inProgram('gates/G-2/criteria/G-2.3.yaml').toString();
    assert.equal(editor?.document.uri.toString(), wanted);
    assert.equal(editor?.document.lineAt(editor.selection.active.line).text, 'id: G-2.3');
  });

  it('opens nothing for an id the program does not have', async () => {
    const before = vscode.window.activeTextEditor?.document.uri.toString();
    const said = await saidDuring(() =>
      vscode.commands.executeCommand('milepost.openRecord', { id: 'R-4444' }),
    );
    assert.deepEqual(said, [{ kind: 'warning', text: 'R-4444 is not in the program.' }]);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), before);
  });
});

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension } from './helpers.ts';
import { saidDuring } from './said-during.ts';

describe('a command that crashes', () => {
  const { showQuickPick } = vscode.window;
  before(() => extension());
  after(() => Object.assign(vscode.window, { showQuickPick }));

  it('tells the person what happened', async () => {
    Object.assign(vscode.window, {
      showQuickPick: () => Promise.reject(new Error('the list broke')),
    });
    const said = await saidDuring(() => vscode.commands.executeCommand('milepost.openRecord'));
    assert.deepEqual(said, [{ kind: 'error', text: 'Milepost could not finish: the list broke' }]);
  });
});

import * as vscode from 'vscode';
import { cleanFolder } from '../program/find-programs.ts';
import { plainMessage } from '../views/plain-text.ts';
import type { Command } from './command.ts';

/** Points the setting `milepost.program` at a folder of the workspace that holds a program. */
export const chooseProgram: Command = {
  id: 'chooseProgram',
  async run({ programs }) {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    if (root === undefined) {
      void vscode.window.showInformationMessage('Open a folder first.');
      return;
    }
    const [chosen] =
      (await vscode.window.showOpenDialog({
        canSelectFiles: false,
        canSelectFolders: true,
        canSelectMany: false,
        defaultUri: root.uri,
        openLabel: 'Use as program',
      })) ?? [];
    if (chosen === undefined) return;
    const folder = vscode.workspace.getWorkspaceFolder(chosen);
    if (folder === undefined) {
      void vscode.window.showWarningMessage('Choose a folder inside the workspace.');
      return;
    }
    const path = cleanFolder(chosen.path.slice(folder.uri.path.length)) ?? '';
    const settings = vscode.workspace.getConfiguration('milepost', folder.uri);
    await settings.update(
      'program',
      path === '' ? '.' : path,
      vscode.ConfigurationTarget.WorkspaceFolder,
    );
    programs.reset();
    const found = await programs.find();
    if (found.length === 0)
      void vscode.window.showWarningMessage(
        plainMessage(`${path || 'The root'} has no program.yaml.`),
      );
  },
};

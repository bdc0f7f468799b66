import type * as vscode from 'vscode';
import { compose, type Milepost } from './compose.ts';
import { workspaceFolder } from './ports/workspace-folder.ts';

/** The same on web hosts: no Node, every file through the editor. */
export const activate = (context: vscode.ExtensionContext): Milepost =>
  compose(context, workspaceFolder);

import type * as vscode from 'vscode';
import { compose, type Milepost } from './compose.ts';
import { diskFolder } from './ports/disk-folder.ts';

/** Called by the editor, on desktop and remote hosts, when a program is in the workspace or a view of ours is opened. */
export const activate = (context: vscode.ExtensionContext): Milepost =>
  compose(context, diskFolder);

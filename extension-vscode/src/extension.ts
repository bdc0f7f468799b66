import type * as vscode from 'vscode';
import { compose, type Milepost } from './compose.ts';

/** Called by the editor when a program is in the workspace or a view of ours is opened. */
export const activate = (context: vscode.ExtensionContext): Milepost => compose(context);

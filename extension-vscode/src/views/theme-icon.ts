import * as vscode from 'vscode';
import { iconId, type RowIcon } from '../program/icon.ts';

/** A glyph of our font in the colour of its level, or one of the editor's own icons. */
export function themeIcon(icon: RowIcon): vscode.ThemeIcon {
  const colour = icon.level ? new vscode.ThemeColor(`milepost.${icon.level}`) : undefined;
  return new vscode.ThemeIcon('codicon' in icon ? icon.codicon : iconId(icon.glyph), colour);
}

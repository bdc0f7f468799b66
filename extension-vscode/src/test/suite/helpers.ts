import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import type { Milepost } from '../../compose.ts';
import type { ProgramFacts } from '../../program/facts.ts';
import type { TreeRow } from '../../program/tree-row.ts';

/** Waits for something to become true: watchers and editors answer when they like. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  ms = 15_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function extension(): Promise<Milepost> {
  const found = vscode.extensions.getExtension<Milepost>('milepost.milepost');
  assert.ok(found, 'the extension is known');
  return found.activate();
}

export function workspace(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return folder.uri;
}

export const inProgram = (path: string): vscode.Uri =>
  vscode.Uri.joinPath(workspace(), 'program', path);

export const readText = (path: string): string => fs.readFileSync(inProgram(path).fsPath, 'utf8');

export const writeText = (path: string, text: string): void =>
  fs.writeFileSync(inProgram(path).fsPath, text);

export const setSetting = async (name: string, value: unknown): Promise<void> =>
  vscode.workspace
    .getConfiguration('milepost')
    .update(name, value, vscode.ConfigurationTarget.Global);

export async function facts(): Promise<ProgramFacts> {
  const [program] = await (await extension()).programs.find();
  assert.ok(program, 'a program is open');
  return program.facts();
}

export async function rows(): Promise<readonly TreeRow[]> {
  const [program] = await (await extension()).programs.find();
  assert.ok(program, 'a program is open');
  return program.rows();
}

/** A day `YYYY-MM-DD` about three months after the real one: what is still to come may not lie behind. */
export const dayAhead = (): string =>
  new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);

/** Asserts that a moment that was written lies between two real ones (milliseconds); it is written to the second. */
export function assertReal(moment: string | undefined, from: number, to: number): void {
  const at = Date.parse(moment ?? '');
  assert.ok(Math.floor(from / 1000) * 1000 <= at && at <= to, `${moment} is not the real moment`);
}

/** The row whose label begins with one of the words at each level, opened from the top. */
export async function rowAt(...path: string[]): Promise<TreeRow> {
  let level = await rows();
  let row: TreeRow | undefined;
  for (const start of path) {
    row = level.find((one) => one.label.startsWith(start));
    assert.ok(row, `${start} among ${level.map((one) => one.label).join(', ')}`);
    level = row.children?.() ?? [];
  }
  assert.ok(row);
  return row;
}

/** Lines that one text has and the other has not. */
export function changedLines(before: string, after: string): { gone: string[]; come: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return {
    gone: old.filter((line) => !now.includes(line)),
    come: now.filter((line) => !old.includes(line)),
  };
}

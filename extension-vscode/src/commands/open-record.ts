import { isTerminal } from '@milepost/shared/record/lifecycle';
import { recordTypes } from '@milepost/shared/record/record-types';
import * as vscode from 'vscode';
import type { OpenProgram } from '../program/programs.ts';
import { plainLabel, plainMessage } from '../views/plain-text.ts';
import type { Command, CommandPorts } from './command.ts';
import { programOf, readTarget, Target } from './target.ts';

/** The line where a record begins to say what it is, counted from 0: its `id`, else the first. */
function firstLine(document: vscode.TextDocument): number {
  for (let line = 0; line < Math.min(document.lineCount, 200); line++)
    if (/^(id|gate|format):/.test(document.lineAt(line).text)) return line;
  return 0;
}

async function pickPath(program: OpenProgram): Promise<string | undefined> {
  const { records } = await program.model.program();
  const rank = (kind: keyof typeof recordTypes, status: string) =>
    Number(isTerminal(recordTypes[kind].lifecycle, status));
  const items = [...records.values()]
    .toSorted((a, b) => rank(a.kind, a.data.status) - rank(b.kind, b.data.status))
    .map((record) => ({
      label: plainLabel(`${record.id} ${record.data.title}`),
      description: record.data.status.replaceAll('_', ' '),
      path: record.path,
    }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: 'Record to open',
    matchOnDescription: true,
  });
  return picked?.path;
}

async function pathOf(program: OpenProgram, target: Target): Promise<string | undefined> {
  const { records, broken } = await program.model.program();
  const record = target.id === undefined ? undefined : records.get(target.id);
  const lost = broken.find((one) => one.id !== undefined && one.id === target.id);
  return target.path || record?.path || lost?.path;
}

/** A broken file opens where it is broken. */
async function lineOf(program: OpenProgram, path: string, document: vscode.TextDocument) {
  const { broken } = await program.model.program();
  const finding = broken.find((one) => one.path === path)?.findings[0];
  return finding === undefined
    ? firstLine(document)
    : Math.min(finding.line - 1, document.lineCount - 1);
}

async function open(ports: CommandPorts, program: OpenProgram, path: string): Promise<void> {
  const { files } = await program.model.program();
  if (!files.has(path)) {
    void vscode.window.showInformationMessage(plainMessage(`${path} does not exist yet.`));
    return;
  }
  const document = await vscode.workspace.openTextDocument(ports.uriOf(program, path));
  const at = new vscode.Position(await lineOf(program, path, document), 0);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}

/** Opens the file of a record at its line. */
export const openRecord: Command = {
  id: 'openRecord',
  async run(ports, given) {
    const target = readTarget(given, Target);
    const program = await programOf(ports.programs, target);
    if (program === undefined) return;
    const asked = target.id !== undefined || target.path !== undefined;
    const path = asked ? await pathOf(program, target) : await pickPath(program);
    if (path !== undefined) return open(ports, program, path);
    if (asked)
      void vscode.window.showWarningMessage(
        plainMessage(`${target.id ?? target.path} is not in the program.`),
      );
  },
};

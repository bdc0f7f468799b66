import type { Intent } from '@milepost/shared/change/intent';
import { type Actor, planEdit } from '@milepost/shared/change/plan-edit';
import * as vscode from 'vscode';
import type { CommandPorts } from '../commands/command.ts';
import type { OpenProgram } from '../program/programs.ts';
import { sayNotWritten, sayRefusal } from '../program/refusal-words.ts';
import { type WrittenFile, writeEdit } from '../program/write-edit.ts';
import { plainMessage } from '../views/plain-text.ts';

async function show(ports: CommandPorts, program: OpenProgram, files: readonly WrittenFile[]) {
  const [first] = files;
  if (first === undefined) return;
  const name = first.path.split('/').at(-1) ?? first.path;
  await ports.showChange(first.before, ports.uriOf(program, first.path), `${name} (saved)`);
}

async function stage(ports: CommandPorts, program: OpenProgram, files: readonly WrittenFile[]) {
  if (!ports.stageChanges()) return;
  const git = await ports.git();
  await git.stage(files.map((file) => ports.uriOf(program, file.path)));
}

/**
 * Plans what a person wants, writes it into the working copy and shows the change; says why not otherwise. Nothing
 * is committed, and nothing staged unless the setting asks for it. True when it was written.
 */
export async function carryOut(
  ports: CommandPorts,
  program: OpenProgram,
  intent: Intent,
  actor: Actor,
): Promise<boolean> {
  const text = await program.model.program();
  const planned = planEdit(text, intent, actor);
  if (!planned.ok) {
    ports.log.info(`Refused: ${intent.intent} ${planned.error.code}`);
    void vscode.window.showWarningMessage(
      plainMessage(sayRefusal(planned.error, { program: text })),
    );
    return false;
  }
  const written = await writeEdit(program.model.folder, text, planned.value);
  if (!written.ok) {
    ports.log.warn(`Not written: ${written.error.code} ${written.error.path}`);
    void program.model.refresh([written.error.path]);
    void vscode.window.showErrorMessage(plainMessage(sayNotWritten(written.error)));
    return false;
  }
  const paths = written.value.map((file) => file.path);
  ports.log.info(`${planned.value.summary}: ${paths.join(', ')}`);
  await program.model.refresh(paths);
  await stage(ports, program, written.value);
  await show(ports, program, written.value);
  void vscode.window.showInformationMessage(
    plainMessage(`${planned.value.summary}. Saved in your working copy, not committed.`),
  );
  return true;
}

import { isDay } from '@milepost/shared/record/field';
import * as vscode from 'vscode';
import type { CommandPorts } from '../commands/command.ts';
import type { OpenProgram } from '../program/programs.ts';

/** A title of a record: 3 to 120 characters (domain 1.2). Undefined when the person backs out. */
export async function askTitle(prompt: string): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    prompt,
    validateInput: (text) => {
      const { length } = text.trim();
      return length < 3 || length > 120 ? 'Between 3 and 120 characters.' : undefined;
    },
  });
  return title?.trim();
}

/** A day, or an empty text where none is needed. */
export async function askDay(
  prompt: string,
  { value = '', optional = false }: { value?: string; optional?: boolean } = {},
): Promise<string | undefined> {
  const day = await vscode.window.showInputBox({
    prompt,
    value,
    placeHolder: 'YYYY-MM-DD',
    validateInput: (text) =>
      isDay(text.trim()) || (optional && text.trim() === '')
        ? undefined
        : 'A day that exists, written YYYY-MM-DD.',
  });
  return day?.trim();
}

/** `owner/name:path` of the open file, when it is code of a repository and not the program itself. */
export async function codePathHere(
  ports: Pick<CommandPorts, 'git' | 'uriOf'>,
  program: OpenProgram,
): Promise<string | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) return undefined;
  if (uri.path.startsWith(`${ports.uriOf(program).path}/`)) return undefined;
  const git = await ports.git();
  const repository = git.repository(uri);
  const path = git.pathInRepository(uri);
  return repository === undefined || path === undefined ? undefined : `${repository}:${path}`;
}

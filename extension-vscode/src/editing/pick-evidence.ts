import { isSafeLink } from '@milepost/shared/change/evidence-entry';
import * as vscode from 'vscode';
import type { CommandPorts } from '../commands/command.ts';
import { plainLabel } from '../views/plain-text.ts';

/** A link or a file of the repository; both absent when what is recorded already is enough. */
export type PickedEvidence = { url?: string; path?: string };

async function openFile(ports: Pick<CommandPorts, 'git'>): Promise<string | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined || vscode.workspace.getWorkspaceFolder(uri) === undefined) return undefined;
  const git = await ports.git();
  return git.pathInRepository(uri) ?? vscode.workspace.asRelativePath(uri, false);
}

async function askUrl(): Promise<PickedEvidence | undefined> {
  const url = await vscode.window.showInputBox({
    prompt: 'Web address of the evidence',
    placeHolder: 'https://',
    validateInput: (text) =>
      isSafeLink(text.trim()) ? undefined : 'An address that begins with https://',
  });
  return url === undefined ? undefined : { url: url.trim() };
}

async function askPath(): Promise<PickedEvidence | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({ canSelectMany: false, openLabel: 'Attach' })) ?? [];
  if (uri === undefined) return undefined;
  return { path: vscode.workspace.asRelativePath(uri, false) };
}

/** Asks for evidence; `recorded` is how much the criterion has already. Undefined when the person backs out. */
export async function pickEvidence(
  ports: Pick<CommandPorts, 'git'>,
  recorded: number,
): Promise<PickedEvidence | undefined> {
  const path = await openFile(ports);
  const here =
    path === undefined ? [] : [{ label: plainLabel(`This file: ${path}`), does: 'here' }];
  const kept = recorded === 0 ? [] : [{ label: `Nothing new, ${recorded} recorded`, does: 'keep' }];
  const picked = await vscode.window.showQuickPick(
    [
      ...here,
      { label: 'A web address', does: 'url' },
      { label: 'Another file', does: 'file' },
      ...kept,
    ],
    { placeHolder: 'What shows it?' },
  );
  switch (picked?.does) {
    case 'here':
      return path === undefined ? undefined : { path };
    case 'url':
      return askUrl();
    case 'file':
      return askPath();
    case 'keep':
      return {};
    default:
      return undefined;
  }
}

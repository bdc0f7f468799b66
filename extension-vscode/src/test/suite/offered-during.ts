import * as vscode from 'vscode';

/** What lists offered while something ran, by label; from each the person chooses nothing. */
export async function offeredDuring(work: () => Thenable<unknown>): Promise<string[]> {
  const { showQuickPick } = vscode.window;
  const offered: string[] = [];
  const chooseNothing = async (items: readonly vscode.QuickPickItem[]) => {
    offered.push(...items.map((item) => item.label));
  };
  Object.assign(vscode.window, { showQuickPick: chooseNothing });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { showQuickPick });
  }
  return offered;
}

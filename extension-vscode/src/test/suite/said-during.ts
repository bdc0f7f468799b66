import * as vscode from 'vscode';

export type Said = { kind: 'information' | 'warning' | 'error'; text: string };

/**
 * What was said to the person while something ran, in order. The editor's own messages are taken before they are
 * drawn, and each is closed without a choice.
 */
export async function saidDuring(work: () => Thenable<unknown>): Promise<Said[]> {
  const { showInformationMessage, showWarningMessage, showErrorMessage } = vscode.window;
  const said: Said[] = [];
  const note = (kind: Said['kind']) => async (text: string) => {
    said.push({ kind, text });
  };
  Object.assign(vscode.window, {
    showInformationMessage: note('information'),
    showWarningMessage: note('warning'),
    showErrorMessage: note('error'),
  });
  try {
    await work();
  } finally {
    Object.assign(vscode.window, { showInformationMessage, showWarningMessage, showErrorMessage });
  }
  return said;
}

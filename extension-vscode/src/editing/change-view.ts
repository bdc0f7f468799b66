import * as vscode from 'vscode';

const SCHEME = 'milepost-before';
/** Older left sides are forgotten; their editors then show an empty text. */
const KEPT = 20;

export type ChangeView = vscode.Disposable & {
  show(before: string | undefined, file: vscode.Uri, title: string): Promise<void>;
};

/** Opens the editor's own comparison of a file before and after a command wrote it. */
export function changeView(): ChangeView {
  const texts = new Map<string, string>();
  let count = 0;
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => texts.get(uri.query) ?? '',
  });
  return {
    dispose: () => provider.dispose(),
    async show(before, file, title) {
      count += 1;
      const key = String(count);
      texts.set(key, before ?? '');
      texts.delete(String(count - KEPT));
      const left = vscode.Uri.from({ scheme: SCHEME, path: file.path, query: key });
      await vscode.commands.executeCommand('vscode.diff', left, file, title, { preview: true });
    },
  };
}

import * as vscode from 'vscode';
import {
  type Entry,
  listProgram,
  type ProgramFolder,
  RECORD_FOLDERS,
  TOP_FILES,
} from './program-folder.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError &&
  (error.code === 'FileNotFound' || error.code === 'FileNotADirectory');

const kindOf = (type: vscode.FileType): Entry['is'] => {
  if (type === vscode.FileType.File) return 'file';
  return type === vscode.FileType.Directory ? 'folder' : 'other';
};

async function entriesOf(uri: vscode.Uri): Promise<Entry[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({ name, is: kindOf(type) }));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Undefined when the file does not exist; any other failure is thrown by the host. */
export async function readIfThere(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Folders too: the editor tells of a removed folder alone, not of the files that were in it. */
const WATCHED = `{${[...TOP_FILES, ...RECORD_FOLDERS, ...RECORD_FOLDERS.map((folder) => `${folder}/**`)].join(',')}}`;

/** How long changes are gathered before they are told: a branch switch changes hundreds of files at once. */
const GATHER_MS = 150;

function watchFolder(
  base: vscode.Uri,
  pathOf: (uri: vscode.Uri) => string | undefined,
  listener: (paths: readonly string[]) => void,
): () => void {
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(base, WATCHED),
  );
  let gathered = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const paths = [...gathered];
    gathered = new Set();
    timer = undefined;
    listener(paths);
  };
  const note = (uri: vscode.Uri) => {
    const path = pathOf(uri);
    if (path === undefined) return;
    gathered.add(path);
    timer ??= setTimeout(tell, GATHER_MS);
  };
  const parts = [
    watcher,
    watcher.onDidCreate(note),
    watcher.onDidChange(note),
    watcher.onDidDelete(note),
  ];
  return () => {
    clearTimeout(timer);
    for (const part of parts) part.dispose();
  };
}

/** The program folder through the workspace file system: desktop, remote and web hosts alike. */
export function workspaceFolder(base: vscode.Uri): ProgramFolder {
  const at = (path: string) => vscode.Uri.joinPath(base, path);
  const prefix = base.path.endsWith('/') ? base.path : `${base.path}/`;
  const pathOf = (uri: vscode.Uri) =>
    uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
  return {
    name: vscode.workspace.asRelativePath(base, true),
    list: () => listProgram((folder) => entriesOf(at(folder))),
    read: (path) => readIfThere(at(path)),
    write: async (path, bytes) => vscode.workspace.fs.writeFile(at(path), bytes),
    isUnsaved: (path) =>
      vscode.workspace.textDocuments.some(
        (document) => document.isDirty && document.uri.toString() === at(path).toString(),
      ),
    watch: (listener) => watchFolder(base, pathOf, listener),
  };
}

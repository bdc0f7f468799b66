import { decodeText, encodeText } from '../git/join-bytes.ts';
import { isSafeName } from '../git/tree.ts';
import { attempt, type Codes, unlessGone } from './attempt.ts';
import type { FolderEntry, FolderPort, IsStill } from './folder-port.ts';

/** What we use of `vscode.workspace.fs`; the editor's own object fits as it is. */
export type WorkspaceFiles<Uri> = {
  readDirectory(uri: Uri): PromiseLike<[string, number][]>;
  stat(uri: Uri): PromiseLike<{ mtime: number; size: number }>;
  readFile(uri: Uri): PromiseLike<Uint8Array>;
  writeFile(uri: Uri, content: Uint8Array): PromiseLike<void>;
  rename(from: Uri, to: Uri, options: { overwrite: boolean }): PromiseLike<void>;
  delete(uri: Uri): PromiseLike<void>;
};

export type WorkspaceFolder<Uri> = {
  files: WorkspaceFiles<Uri>;
  /** The place of a path below the folder; '' is the folder itself. */
  at(path: string): Uri;
  /** Files lie on a disk, where a rename replaces in one step; virtual ones are written by their provider. */
  isOnDisk: boolean;
  /** Starts a file system watcher of the editor's. */
  watch?(listener: () => void, signal: AbortSignal): void;
};

const codes: Codes = {
  FileNotFound: 'gone',
  FileNotADirectory: 'gone',
  FileIsADirectory: 'gone',
  NoPermissions: 'denied',
};

/** `FileType` of the editor's API; a link has a bit more and is not followed. */
const plainFile = 1;
const plainFolder = 2;

const isRecord = (name: string, type: number): boolean =>
  type === plainFile && /\.ya?ml$/i.test(name);

const listBelow = async <Uri>(
  folder: WorkspaceFolder<Uri>,
  below: string,
  into: FolderEntry[],
): Promise<void> => {
  const { files, at } = folder;
  const entries = await files.readDirectory(at(below));
  for (const [name, type] of entries.filter(([name]) => isSafeName(name))) {
    const path = below === '' ? name : `${below}/${name}`;
    if (type === plainFolder) await listBelow(folder, path, into);
    const facts = isRecord(name, type)
      ? await unlessGone(codes, async () => files.stat(at(path)))
      : undefined;
    if (facts !== undefined) into.push({ path, stamp: `${facts.mtime}-${facts.size}` });
  }
};

const checkPath = (path: string): void => {
  if (!path.split('/').every(isSafeName)) throw new Error(`unsafe path ${path}`);
};

const readText = <Uri>({ files, at }: WorkspaceFolder<Uri>, path: string) =>
  unlessGone(codes, async () => {
    checkPath(path);
    return decodeText(await files.readFile(at(path)));
  });

const writeByRename = async <Uri>(
  { files, at }: WorkspaceFolder<Uri>,
  path: string,
  text: string,
  isWanted: () => Promise<boolean>,
): Promise<'written' | 'changed'> => {
  const temporary = at(`${path}.${crypto.randomUUID()}.tmp`);
  await files.writeFile(temporary, encodeText(text));
  try {
    if (await isWanted()) {
      await files.rename(temporary, at(path), { overwrite: true });
      return 'written';
    }
  } catch (error) {
    await files.delete(temporary);
    throw error;
  }
  await files.delete(temporary);
  return 'changed';
};

const replace = async <Uri>(
  folder: WorkspaceFolder<Uri>,
  path: string,
  text: string | undefined,
  isStill: IsStill,
): Promise<'written' | 'changed'> => {
  const { files, at, isOnDisk } = folder;
  const isWanted = async () => isStill(await readText(folder, path));
  checkPath(path);
  if (text !== undefined && isOnDisk) return writeByRename(folder, path, text, isWanted);
  if (!(await isWanted())) return 'changed';
  if (text === undefined) await unlessGone(codes, async () => files.delete(at(path)));
  else await files.writeFile(at(path), encodeText(text));
  return 'written';
};

/** A folder of the editor's workspace, desktop, remote or web, through `vscode.workspace.fs`. */
export const workspaceFolder = <Uri>(folder: WorkspaceFolder<Uri>): FolderPort => ({
  list: () =>
    attempt(codes, async () => {
      const entries: FolderEntry[] = [];
      await listBelow(folder, '', entries);
      return entries;
    }),
  read: (path) => attempt(codes, () => readText(folder, path)),
  writeAtomic: (path, text, isStill) => attempt(codes, () => replace(folder, path, text, isStill)),
  ...(folder.watch === undefined ? {} : { watch: folder.watch }),
});

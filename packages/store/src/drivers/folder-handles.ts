import { decodeText } from '../git/join-bytes.ts';
import { isSafeName } from '../git/tree.ts';
import { attempt, type Codes, unlessGone } from './attempt.ts';
import type { FolderEntry, FolderPort, IsStill } from './folder-port.ts';

/** What we use of `FileSystemFileHandle`. */
export type FileHandle = {
  readonly kind: 'file';
  getFile(): Promise<Pick<File, 'arrayBuffer' | 'lastModified' | 'size'>>;
  createWritable(): Promise<{
    write(text: string): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
};

/** What we use of `FileSystemDirectoryHandle`. */
export type FolderHandle = {
  readonly kind: 'directory';
  entries(): AsyncIterable<[string, FileHandle | FolderHandle]>;
  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<FolderHandle>;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle>;
  removeEntry(name: string): Promise<void>;
};

const codes: Codes = {
  NotFoundError: 'gone',
  TypeMismatchError: 'gone',
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NoModificationAllowedError: 'denied',
  QuotaExceededError: 'full',
  gone: 'gone',
  denied: 'denied',
  full: 'full',
};

const listBelow = async (
  folder: FolderHandle,
  prefix: string,
  into: FolderEntry[],
): Promise<void> => {
  for await (const [name, handle] of folder.entries()) {
    if (!isSafeName(name)) continue;
    const path = `${prefix}${name}`;
    if (handle.kind === 'directory') await listBelow(handle, `${path}/`, into);
    else if (/\.ya?ml$/i.test(name)) {
      const file = await unlessGone(codes, () => handle.getFile());
      if (file !== undefined) into.push({ path, stamp: `${file.lastModified}-${file.size}` });
    }
  }
};

type Place = { folder: FolderHandle; name: string };

const placeOf = async (root: FolderHandle, path: string, create: boolean): Promise<Place> => {
  const parts = path.split('/');
  if (!parts.every(isSafeName)) throw new Error(`unsafe path ${path}`);
  let folder = root;
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create });
  return { folder, name: parts.at(-1) ?? '' };
};

const readText = (root: FolderHandle, path: string): Promise<string | undefined> =>
  unlessGone(codes, async () => {
    const { folder, name } = await placeOf(root, path, false);
    const file = await (await folder.getFileHandle(name)).getFile();
    // Not `text()`: it takes the byte order mark away.
    return decodeText(new Uint8Array(await file.arrayBuffer()));
  });

const write = async (
  { folder, name }: Place,
  text: string,
  isWanted: () => Promise<boolean>,
): Promise<'written' | 'changed'> => {
  const handle = await folder.getFileHandle(name, { create: true });
  // The browser writes beside the file and puts it in place on `close`.
  const writable = await handle.createWritable();
  try {
    await writable.write(text);
    if (await isWanted()) {
      await writable.close();
      return 'written';
    }
  } catch (error) {
    await writable.abort().catch(() => undefined);
    throw error;
  }
  await writable.abort();
  return 'changed';
};

const remove = async (root: FolderHandle, path: string): Promise<'written'> => {
  await unlessGone(codes, async () => {
    const { folder, name } = await placeOf(root, path, false);
    await folder.removeEntry(name);
  });
  return 'written';
};

const replace = async (
  root: FolderHandle,
  path: string,
  text: string | undefined,
  isStill: IsStill,
): Promise<'written' | 'changed'> => {
  const before = await readText(root, path);
  if (!(await isStill(before))) return 'changed';
  if (text === undefined) return remove(root, path);
  const place = await placeOf(root, path, true);
  // A new file is there, empty, from the moment its handle is made: that emptiness is ours.
  const isWanted = async () => {
    const now = await readText(root, path);
    return isStill(before === undefined && now === '' ? undefined : now);
  };
  const written = await attempt(codes, () => write(place, text, isWanted));
  if (written.ok) return written.value;
  // What could not be written leaves no empty file behind.
  if (before === undefined && (await readText(root, path)) === '') await remove(root, path);
  throw Object.assign(new Error(written.error.detail), { code: written.error.code });
};

type Observer = {
  observe(handle: unknown, options: { recursive: boolean }): Promise<void>;
  disconnect(): void;
};
type ObserverClass = new (listener: () => void) => Observer;

const observerClass = (): ObserverClass | undefined =>
  (globalThis as { FileSystemObserver?: ObserverClass }).FileSystemObserver;

const watchHandle = (
  Observer: ObserverClass,
  root: FolderHandle,
  listener: () => void,
  signal: AbortSignal,
): void => {
  const observer = new Observer(() => listener());
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  // Where it may not watch, one looks from time to time as elsewhere.
  void observer.observe(root, { recursive: true }).catch(() => observer.disconnect());
};

/**
 * A folder a person picked in the browser (File System Access; Chrome and Edge, rulings D2). A new file is empty for the
 * moment before its content is put in place: the system has no way around it.
 */
export const handleFolder = (root: FolderHandle): FolderPort => {
  const Observer = observerClass();
  return {
    list: () =>
      attempt(codes, async () => {
        const entries: FolderEntry[] = [];
        await listBelow(root, '', entries);
        return entries;
      }),
    read: (path) => attempt(codes, () => readText(root, path)),
    writeAtomic: (path, text, isStill) => attempt(codes, () => replace(root, path, text, isStill)),
    ...(Observer === undefined
      ? {}
      : { watch: (listener, signal) => watchHandle(Observer, root, listener, signal) }),
  };
};

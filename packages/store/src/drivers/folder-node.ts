import { watch } from 'node:fs';
import { readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { isSafeName } from '../git/tree.ts';
import { replaceAtomically } from '../node/write-atomically.ts';
import { attempt, type Codes, unlessGone } from './attempt.ts';
import type { FolderEntry, FolderPort, IsStill } from './folder-port.ts';

const codes: Codes = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

/** `readdir` with types does not follow links: neither do we. */
const listFiles = async (root: string): Promise<readonly FolderEntry[]> => {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const entries: FolderEntry[] = [];
  for (const file of found) {
    if (!file.isFile() || !/\.ya?ml$/i.test(file.name)) continue;
    const full = join(file.parentPath, file.name);
    const path = full
      .slice(root.length + 1)
      .split(sep)
      .join('/');
    const facts = await stat(full, { bigint: true }).catch(() => undefined);
    if (facts === undefined || !path.split('/').every(isSafeName)) continue;
    entries.push({ path, stamp: `${facts.mtimeNs}-${facts.size}-${facts.ino}` });
  }
  return entries;
};

/** A folder in between may be a link to somewhere else: what lies there is not the program. */
const refuseOutside = async (root: string, folder: string): Promise<void> => {
  const real = await unlessGone(codes, () => realpath(folder));
  const top = await realpath(root);
  if (real !== undefined && real !== top && !real.startsWith(top + sep))
    throw Object.assign(new Error(`${folder} leads outside`), { code: 'EACCES' });
};

const placeOf = async (root: string, path: string): Promise<string> => {
  if (!path.split('/').every(isSafeName)) throw new Error(`unsafe path ${path}`);
  const full = join(root, ...path.split('/'));
  await refuseOutside(root, dirname(full));
  return full;
};

const readText = (root: string, path: string) =>
  unlessGone(codes, async () => readFile(await placeOf(root, path), 'utf8'));

const replace = async (
  root: string,
  path: string,
  text: string | undefined,
  isStill: IsStill,
): Promise<'written' | 'changed'> => {
  const full = await placeOf(root, path);
  const isWanted = async () => isStill(await readText(root, path));
  if (text !== undefined)
    return (await replaceAtomically(full, text, isWanted)) ? 'written' : 'changed';
  if (!(await isWanted())) return 'changed';
  await rm(full, { force: true });
  return 'written';
};

const watchFolder = (root: string, listener: () => void, signal: AbortSignal): void => {
  const watcher = watch(root, { recursive: true, signal }, () => listener());
  // A folder that goes away ends its watch; the next look says that it is gone.
  watcher.on('error', () => watcher.close());
};

/** A folder by node:fs, for the command line and desktop editors. `root` is an absolute path. */
export const nodeFolder = (root: string): FolderPort => ({
  list: () => attempt(codes, () => listFiles(root)),
  read: (path) => attempt(codes, () => readText(root, path)),
  writeAtomic: (path, text, isStill) => attempt(codes, () => replace(root, path, text, isStill)),
  watch: (listener, signal) => watchFolder(root, listener, signal),
});

import { readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fail, ok, type Result } from '@milepost/shared/result';
import { isSafeName } from '../git/tree.ts';
import { writeAtomically } from '../node/write-atomically.ts';
import type { FolderEntry, FolderFailure, FolderPort } from './folder-port.ts';

const codes: Readonly<Record<string, FolderFailure['code']>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

const toFailure = (error: unknown): FolderFailure => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return { code: codes[code] ?? 'broken', detail: String(error) };
};

const attempt = async <Value>(
  work: () => Promise<Value>,
): Promise<Result<Value, FolderFailure>> => {
  try {
    return ok(await work());
  } catch (error) {
    return fail(toFailure(error));
  }
};

const isGone = (error: unknown): boolean => toFailure(error).code === 'gone';

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
  const real = await realpath(folder).catch((error: unknown) => {
    if (isGone(error)) return undefined;
    throw error;
  });
  const top = await realpath(root);
  if (real !== undefined && real !== top && !real.startsWith(top + sep))
    throw Object.assign(new Error(`${folder} leads outside`), { code: 'EACCES' });
};

/** A folder by node:fs, for the command line and desktop editors. `root` is an absolute path. */
export const nodeFolder = (root: string): FolderPort => {
  const place = async (path: string): Promise<string> => {
    if (!path.split('/').every(isSafeName)) throw new Error(`unsafe path ${path}`);
    const full = join(root, ...path.split('/'));
    await refuseOutside(root, dirname(full));
    return full;
  };
  return {
    list: () => attempt(() => listFiles(root)),
    read: (path) =>
      attempt(() =>
        place(path)
          .then((full) => readFile(full, 'utf8'))
          .catch((error: unknown) => {
            if (isGone(error)) return undefined;
            throw error;
          }),
      ),
    writeAtomic: (path, text) =>
      attempt(async () => {
        const full = await place(path);
        return text === undefined ? rm(full, { force: true }) : writeAtomically(full, text);
      }),
  };
};

import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a rename survive a power cut; not every system lets a folder be opened. */
const flushFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

const writeTemporary = async (path: string, content: string | Uint8Array): Promise<void> => {
  const handle = await open(path, 'wx');
  await handle.writeFile(content);
  await handle.sync();
  await handle.close();
};

/**
 * Replaces a file so that at any moment the old or the new content is there, whole: temporary file, fsync, rename.
 * `isWanted` is asked right before the rename; false leaves the old content, and is the answer.
 */
export const replaceAtomically = async (
  path: string,
  content: string | Uint8Array,
  isWanted: () => Promise<boolean>,
): Promise<boolean> => {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeTemporary(temporary, content);
    if (!(await isWanted())) {
      await rm(temporary, { force: true });
      return false;
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(folder);
  return true;
};

/** Writes a file whatever is there: the old or the new content at any moment, never a half. */
export const writeAtomically = async (
  path: string,
  content: string | Uint8Array,
): Promise<void> => {
  await replaceAtomically(path, content, async () => true);
};

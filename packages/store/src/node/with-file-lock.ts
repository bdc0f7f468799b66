import { mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock older than this belongs to a process that died. */
const staleAfter = 10_000;
const pause = 20;

const take = async (path: string): Promise<boolean> => {
  try {
    const handle = await open(path, 'wx');
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

const dropStale = async (path: string): Promise<void> => {
  const age = await stat(path).then(
    (found) => Date.now() - found.mtimeMs,
    () => 0,
  );
  if (age > staleAfter) await rm(path, { force: true });
};

/** Runs short work while no other process does so under the same lock file. */
export const withFileLock = async <Value>(
  path: string,
  work: () => Promise<Value>,
): Promise<Value> => {
  await mkdir(dirname(path), { recursive: true });
  while (!(await take(path))) {
    await dropStale(path);
    await sleep(pause);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
};

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of real pages and programs (rulings F3): MILEPOST_DATA, or `shared/data` beside the repository. It may be absent. */
export const dataFolder = (): string =>
  process.env.MILEPOST_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** Whether the folder of real data is there, so that tests on it must run. */
export const hasData = (): boolean => existsSync(dataFolder());

/** The text of one file of the real data, by its path in the folder; undefined where the folder is absent. */
export function readData(...path: string[]): string | undefined {
  const file = join(dataFolder(), ...path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

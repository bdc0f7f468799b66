import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository, absolute, with no slash at its end. */
export const root: string = fileURLToPath(new URL('../../..', import.meta.url)).replace(
  /[/\\]$/,
  '',
);

/** A path in the repository, from its top. */
export const at = (...parts: string[]): string => join(root, ...parts);

/** Whether the repository has this path yet. */
export const has = (...parts: string[]): boolean => existsSync(at(...parts));

/** The folder of real pages and programs that tests read (rulings F3); it may be absent. */
export const dataFolder = (): string => process.env.MILEPOST_DATA ?? at('../shared/data');

import { assemble } from './assemble.ts';
import { placeOf } from './layout.ts';
import type { FileChange, Program } from './program.ts';
import type { ReadCache } from './read-cache.ts';
import { readCached } from './read-cache.ts';

/**
 * The program after some files were added, changed or removed. Only those files are read; every other record is the
 * same object as before. Of two changes of one path the later one counts. Never throws.
 */
export function withChanges(
  program: Program,
  changes: readonly FileChange[],
  cache?: ReadCache,
): Program {
  const byPath = new Map(changes.map((change) => [change.path, change]));
  const touched = [...byPath.values()].map(({ path, text, blob }) => {
    const place = placeOf(path);
    if (text === undefined) return { path, place, now: undefined };
    const file = { path, text, ...(blob === undefined ? {} : { blob }) };
    return { path, place, now: { file, reading: readCached(file, cache) } };
  });
  return touched.length === 0 ? program : assemble(program, touched);
}

import { assemble } from './assemble.ts';
import { emptyProgram } from './empty-program.ts';
import { placeOf } from './layout.ts';
import type { Program, ProgramFile } from './program.ts';
import type { ReadCache } from './read-cache.ts';
import { readCached } from './read-cache.ts';

/**
 * Reads a program folder (domain 1.1). Paths are below the folder; of two files with one path the later one counts.
 * Never throws: what cannot be read becomes `broken` and says why in `findings`. With a `cache`, files whose blob id
 * is known from before are not parsed again and give the same record objects.
 */
export function readProgram(files: Iterable<ProgramFile>, cache?: ReadCache): Program {
  const byPath = new Map<string, ProgramFile>();
  for (const file of files) byPath.set(file.path, file);
  return assemble(
    emptyProgram,
    [...byPath.values()].map((file) => ({
      path: file.path,
      place: placeOf(file.path),
      now: { file, reading: readCached(file, cache) },
    })),
  );
}

import { compileGlob, type Glob, matchesGlob } from './glob.ts';
import type { ContextIndex } from './index-draft.ts';

/** Compiled once per spelling; bounded, because the spellings come from repository text. */
const compiled = new Map<string, Glob | undefined>();
const MAX_COMPILED = 20_000;

function globOf(pattern: string): Glob | undefined {
  if (compiled.has(pattern)) return compiled.get(pattern);
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  const glob = compileGlob(pattern);
  compiled.set(pattern, glob);
  return glob;
}

const MAX_DEPTH = 64;

/** `a/b/c.ts` → ``, `a`, `a/b`. */
function foldersOf(path: string): readonly string[] {
  const folders = [''];
  for (let cut = path.indexOf('/'); cut > 0; cut = path.indexOf('/', cut + 1)) {
    if (folders.length > MAX_DEPTH) break;
    folders.push(path.slice(0, cut));
  }
  return folders;
}

export type GlobHit = { glob: string; ids: readonly string[] };

/** Globs of one scope (`path acme/pay:`, `branch `) that match a path; only buckets of its ancestor folders are asked. */
export function findGlobs(index: ContextIndex, scope: string, path: string): readonly GlobHit[] {
  const hits: GlobHit[] = [];
  for (const folder of foldersOf(path))
    for (const [pattern, ids] of index.globs.get(scope + folder) ?? []) {
      const glob = globOf(pattern);
      if (glob !== undefined && matchesGlob(glob, path)) hits.push({ glob: pattern, ids });
    }
  return hits;
}

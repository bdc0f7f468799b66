import { compileGlob, type Glob, matchesGlob } from './glob.ts';
import type { MatchIndex } from './index-draft.ts';

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

/** Where globs that match a path may lie: `a/b/c.ts` → ``, `a`, `a/b`, `~a`, `~b`, `~c.ts`. */
function shelvesOf(path: string): readonly string[] {
  const shelves = [''];
  let start = 0;
  for (let cut = path.indexOf('/'); cut >= 0; cut = path.indexOf('/', start)) {
    if (shelves.length > 2 * MAX_DEPTH) break;
    shelves.push(path.slice(0, cut), `~${path.slice(start, cut)}`);
    start = cut + 1;
  }
  shelves.push(`~${path.slice(start)}`);
  return shelves;
}

export type GlobHit = { glob: string; ids: readonly string[] };

/** Globs of one scope (`path acme/pay:`, `branch `) that match a path; only shelves of its own parts are asked. */
export function findGlobs(index: MatchIndex, scope: string, path: string): readonly GlobHit[] {
  const hits: GlobHit[] = [];
  for (const shelf of shelvesOf(path))
    for (const [pattern, ids] of index.globs.get(scope + shelf) ?? []) {
      const glob = globOf(pattern);
      if (glob !== undefined && matchesGlob(glob, path)) hits.push({ glob: pattern, ids });
    }
  return hits;
}

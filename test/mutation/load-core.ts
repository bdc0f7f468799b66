import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { root } from '../architecture/repository.ts';
import type { CoreSources } from './core-sources.ts';
import { collected, type PlayedTest } from './played-tests.ts';
import { operations } from './switches.ts';

const core = pathToFileURL(join(root, 'shared/src/')).href;
const standIn = new URL('./vitest-stand-in.ts', import.meta.url).href;

/** Each generation is a fresh copy of the core, for mutants that act while modules load. */
let generation = 0;

type Globals = { __m?: unknown; __glob?: unknown };

function glob(from: string, pattern: string, options: { query?: string } = {}): object {
  const folder = dirname(fileURLToPath(from));
  const files = globSync(pattern, { cwd: folder }).toSorted();
  return Object.fromEntries(
    files.map((file) => [
      file.startsWith('.') ? file : `./${file}`,
      options.query === '?raw' ? readFileSync(join(folder, file), 'utf8') : () => undefined,
    ]),
  );
}

const fileOf = (url: string): string =>
  relative(root, fileURLToPath(url.split('?')[0] ?? '')).replaceAll('\\', '/');

/** From now on the core loads from `sources`, and its tests register with the stand-in. Once a thread. */
export function hookCore(sources: CoreSources): void {
  Object.assign(globalThis as Globals, { __m: operations, __glob: glob });
  // Drawn examples must be the same with a mutant and without.
  fc.configureGlobal({ seed: 20_260_310 });
  registerHooks({
    resolve: (specifier, context, next) => {
      const inside = context.parentURL?.startsWith(core) ?? false;
      if (inside && specifier === 'vitest') return { url: standIn, shortCircuit: true };
      // Bundlers find this file without its ending, Node does not.
      const wanted = specifier === 'picomatch/posix' ? `${specifier}.js` : specifier;
      const found = next(wanted, context);
      return found.url.startsWith(core) && found.url.endsWith('.ts')
        ? { ...found, url: `${found.url}?g=${generation}` }
        : found;
    },
    load: (url, context, next) => {
      if (url.startsWith(core) && url.includes('.json')) {
        const text = readFileSync(fileURLToPath(url), 'utf8');
        return { format: 'module', source: `export default ${text}`, shortCircuit: true };
      }
      if (!url.startsWith(core)) return next(url, context);
      return { format: 'module', source: sources.javascript(fileOf(url)), shortCircuit: true };
    },
  });
}

/** A module of the current copy of the core, by its path below `shared/src`. */
export const importCore = async <Module>(path: string): Promise<Module> =>
  (await import(`${core}${path}?g=${generation}`)) as Module;

/** Loads test files into a fresh copy of the core (or the current one) and returns their tests. */
export async function loadTests(files: readonly string[], fresh: boolean): Promise<PlayedTest[]> {
  if (fresh) generation += 1;
  collected.tests = [];
  for (const file of files) {
    collected.file = file;
    await import(`${pathToFileURL(join(root, file)).href}?g=${generation}`);
  }
  return collected.tests;
}

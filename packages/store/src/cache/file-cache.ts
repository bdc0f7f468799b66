import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../node/write-atomically.ts';
import type { Cache } from './cache.ts';
import { asReadState, asTreeSnapshot } from './read-shape.ts';

/** Written into the file; another number is read as an empty cache. */
const layout = 1;

const readJson = async (path: string): Promise<unknown> => {
  try {
    const value = JSON.parse(await readFile(path, 'utf8')) as { layout?: unknown; value?: unknown };
    return value.layout === layout ? value.value : undefined;
  } catch {
    return undefined;
  }
};

const fromBase64 = (value: unknown): unknown => {
  const { trees, ...rest } = (value ?? {}) as { trees?: unknown };
  if (!Array.isArray(trees)) return undefined;
  const pairs = trees.map(([id, body]: [unknown, unknown]) => [
    id,
    new Uint8Array(Buffer.from(String(body), 'base64')),
  ]);
  return { ...rest, trees: pairs };
};

const readTexts = async (path: string): Promise<Map<string, string>> => {
  const value = await readJson(path);
  if (!Array.isArray(value)) return new Map();
  return new Map(
    (value as unknown[]).filter(
      (pair): pair is [string, string] =>
        Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string',
    ),
  );
};

/** A cache in a folder of its own, a few JSON files. A file that cannot be read or written counts as empty. */
export const fileCache = (folder: string): Cache => {
  const at = (name: string) => join(folder, `${name}.json`);
  const write = (name: string, value: unknown): Promise<void> =>
    writeAtomically(at(name), JSON.stringify({ layout, value })).catch(() =>
      rm(at(name), { force: true }),
    );
  let texts: Promise<Map<string, string>> | undefined;
  const loadTexts = () => {
    texts ??= readTexts(at('texts'));
    return texts;
  };
  const changeTexts = async (work: (all: Map<string, string>) => boolean): Promise<void> => {
    const all = await loadTexts();
    if (work(all)) await write('texts', [...all]);
  };
  return {
    readState: async () => asReadState(await readJson(at('read-state'))),
    saveReadState: (state) => write('read-state', state),
    texts: async (blobs) => {
      const all = await loadTexts();
      return new Map(blobs.flatMap((id) => (all.has(id) ? [[id, all.get(id) ?? '']] : [])));
    },
    saveTexts: (more) =>
      changeTexts((all) => {
        for (const [id, text] of more) all.set(id, text);
        return more.size > 0;
      }),
    keepOnly: (blobs) =>
      changeTexts((all) => {
        const before = all.size;
        for (const id of all.keys()) if (!blobs.has(id)) all.delete(id);
        return all.size !== before;
      }),
    derived: (name) => readJson(at(`derived-${name}`)),
    saveDerived: (name, value) => write(`derived-${name}`, value),
    trees: {
      load: async () => asTreeSnapshot(fromBase64(await readJson(at('trees')))),
      save: ({ commit, tree, trees }) => {
        const pairs = [...trees].map(([id, body]) => [id, Buffer.from(body).toString('base64')]);
        return write('trees', { commit, tree, trees: pairs });
      },
    },
    clear: async () => {
      texts = undefined;
      await rm(folder, { recursive: true, force: true });
    },
  };
};

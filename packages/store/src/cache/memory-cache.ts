import type { TreeSnapshot } from '../git/object-shelf.ts';
import type { Cache, ReadState } from './cache.ts';

/** A cache that lives as long as the process. */
export const memoryCache = (): Cache => {
  const texts = new Map<string, string>();
  const derived = new Map<string, unknown>();
  let state: ReadState | undefined;
  let trees: TreeSnapshot | undefined;
  return {
    readState: async () => state,
    saveReadState: async (next) => {
      state = next;
    },
    texts: async (blobs) =>
      new Map(blobs.flatMap((id) => (texts.has(id) ? [[id, texts.get(id) ?? '']] : []))),
    saveTexts: async (more) => {
      for (const [id, text] of more) texts.set(id, text);
    },
    keepOnly: async (blobs) => {
      for (const id of texts.keys()) if (!blobs.has(id)) texts.delete(id);
    },
    derived: async (name) => derived.get(name),
    saveDerived: async (name, value) => {
      derived.set(name, value);
    },
    trees: {
      load: async () => trees,
      save: async (next) => {
        trees = next;
      },
    },
    clear: async () => {
      texts.clear();
      derived.clear();
      state = undefined;
      trees = undefined;
    },
  };
};

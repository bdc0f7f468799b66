import { deepStrictEqual, strictEqual } from 'node:assert';
import type { Cache } from '../cache/cache.ts';

export type CacheCase = {
  title: string;
  /** `open` gives the cache again as a new process finds it. */
  run(open: () => Cache): Promise<void>;
};

const texts = (count: number): ReadonlyMap<string, string> =>
  new Map(Array.from({ length: count }, (_, index) => [`blob-${index}`, `text ü ${index}\r\n`]));

/** What every cache does, wherever it keeps things. */
export const cacheContract: readonly CacheCase[] = [
  {
    title: 'texts are there after a restart, few or many at a time, and only those asked for',
    run: async (open) => {
      const all = texts(500);
      await open().saveTexts(all);
      deepStrictEqual(
        await open().texts(['blob-7', 'unknown']),
        new Map([['blob-7', all.get('blob-7')]]),
      );
      const many = [...all.keys()].slice(100);
      deepStrictEqual(new Set((await open().texts(many)).keys()), new Set(many));
    },
  },
  {
    title: 'texts that are no longer used are forgotten',
    run: async (open) => {
      await open().saveTexts(texts(5));
      await open().keepOnly(new Set(['blob-1', 'blob-2']));
      deepStrictEqual([...(await open().texts([...texts(5).keys()])).keys()], ['blob-1', 'blob-2']);
    },
  },
  {
    title: 'the read state, derived data and trees are there after a restart',
    run: async (open) => {
      const state = { commit: 'c', checkedAt: 't', files: [{ path: 'a.yaml', blob: 'b' }] };
      const snapshot = {
        commit: 'c',
        tree: 't',
        trees: new Map([['t', Uint8Array.from([0, 128, 255])]]),
      };
      await open().saveReadState(state);
      await open().saveDerived('index', { version: 1, keys: ['a'] });
      await open().trees.save(snapshot);
      deepStrictEqual(await open().readState(), state);
      deepStrictEqual(await open().derived('index'), { version: 1, keys: ['a'] });
      const loaded = await open().trees.load();
      deepStrictEqual([...(loaded?.trees.get('t') ?? [])], [0, 128, 255]);
    },
  },
  {
    title: 'an empty and a cleared cache answer alike',
    run: async (open) => {
      await open().saveTexts(texts(2));
      await open().saveReadState({ commit: 'c', checkedAt: 't', files: [] });
      await open().clear();
      strictEqual(await open().readState(), undefined);
      strictEqual(await open().derived('index'), undefined);
      strictEqual(await open().trees.load(), undefined);
      strictEqual((await open().texts(['blob-1'])).size, 0);
    },
  },
];

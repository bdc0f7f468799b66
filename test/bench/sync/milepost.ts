import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileCache } from '@milepost/store/cache/file-cache';
import { addEntry } from '@milepost/store/contract/sample-edits';
import { gitHost } from '@milepost/store/drivers/git';
import { systemClock } from '@milepost/store/engine/clock';
import { openStore } from '@milepost/store/engine/open-store';
import { fileOutbox } from '@milepost/store/outbox/file-outbox';
import type { Peer, Place, Texts } from './peer.ts';

const never = new AbortController().signal;

/** Milepost's own store: `git` driver, cache and outbox in files. */
export const milepostPeer = ({ url, folder, home }: Place): Peer => {
  mkdirSync(join(home, 'cache'));
  const cache = fileCache(join(home, 'cache'));
  const store = openStore({
    host: gitHost({ url, branch: 'main', folder, snapshots: cache.trees }),
    cache,
    outbox: fileOutbox(join(home, 'outbox.json')),
    clock: systemClock,
    random: Math.random,
    author: { name: 'Ada', email: 'ada@example.org' },
  });
  const sync = async (): Promise<Texts> => {
    const state = await store.sync(never);
    if (state.state !== 'up-to-date') throw new Error(JSON.stringify(state));
    const { files } = await store.program();
    return new Map([...files].map(([path, { text }]) => [path, text]));
  };
  return {
    first: sync,
    poll: sync,
    pull: sync,
    push: async (word) => {
      const saved = await store.edit(addEntry(5, word), '');
      if (!saved.ok) throw new Error(saved.error.code);
      return sync();
    },
  };
};

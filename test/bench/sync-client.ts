import { gitPeer } from './sync/git-command.ts';
import { isomorphicPeer } from './sync/isomorphic.ts';
import { milepostPeer } from './sync/milepost.ts';
import type { Peer, Place, Step } from './sync/peer.ts';

/** The clients that are compared, by the name the figures carry. */
const peers: Readonly<Record<string, (place: Place) => Peer>> = {
  milepost: milepostPeer,
  'isomorphic-git': isomorphicPeer,
  git: (place) => gitPeer(place, false),
  'git, partial clone': (place) => gitPeer(place, true),
};

export const peerNames = Object.keys(peers);

export type Order = { step: Step; word: string };
export type Done = { ms: number; files: number; changed: number; rss: number } | { error: string };

const obey = async (peer: Peer, { step, word }: Order): Promise<Done> => {
  const start = performance.now();
  try {
    const texts = await peer[step](word);
    const ms = Math.round(performance.now() - start);
    const changed = [...texts.values()].filter((text) => word !== '' && text.includes(word)).length;
    const rss = Math.round(process.resourceUsage().maxRSS / 1024);
    return { ms, files: texts.size, changed, rss };
  } catch (error) {
    return { error: String(error) };
  }
};

// A process for each client: one must not warm, crowd or slow the other or the server.
if (process.send) {
  const [name = '', place = '{}'] = process.argv.slice(2);
  const peer = peers[name]?.(JSON.parse(place));
  process.on('message', async (order: Order) => {
    if (peer !== undefined) process.send?.(await obey(peer, order));
  });
}

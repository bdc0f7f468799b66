import { ok, type Result } from '@milepost/shared/result';
import type { HostFailure } from '../git-host.ts';
import { refuse } from './git-failure.ts';
import type { GitTransport } from './git-transport.ts';
import { decodeText, joinBytes } from './join-bytes.ts';
import type { GitObject } from './object-id.ts';
import { delimPkt, encodePkt, flushPkt, type Pkt, readPkts, textOf } from './pkt-line.ts';
import { readPack, type Unpacked } from './read-pack.ts';

export type FetchWants = {
  wants: readonly string[];
  /** Commits whose objects we hold, without their history. */
  haves?: readonly string[];
  /** Objects that deltas may build on; without it every object is asked for whole. */
  baseOf?: ((id: string) => GitObject | undefined) | undefined;
  filter?: 'tree:0' | 'blob:none' | undefined;
  /** Commits of history, counted from the wants; all of it when absent. */
  depth?: number | undefined;
};

const renderFetch = (fetch: FetchWants): Uint8Array<ArrayBuffer> => {
  const haves = fetch.haves ?? [];
  // What we hold of a commit is that commit alone: without `shallow` the server would count on its history.
  const shallow = fetch.depth === undefined ? [] : haves;
  return joinBytes([
    encodePkt('command=fetch'),
    encodePkt('object-format=sha1'),
    delimPkt,
    // Without bases of our own a thin pack could not be read.
    ...(haves.length > 0 && fetch.baseOf !== undefined ? [encodePkt('thin-pack')] : []),
    encodePkt('no-progress'),
    encodePkt('ofs-delta'),
    ...shallow.map((id) => encodePkt(`shallow ${id}`)),
    ...(fetch.depth === undefined ? [] : [encodePkt(`deepen ${fetch.depth}`)]),
    ...(fetch.filter === undefined ? [] : [encodePkt(`filter ${fetch.filter}`)]),
    ...fetch.wants.map((id) => encodePkt(`want ${id}\n`)),
    ...haves.map((id) => encodePkt(`have ${id}\n`)),
    encodePkt('done\n'),
    flushPkt,
  ]);
};

type Found = { pack: Uint8Array } | { refused: string } | { broken: string };

/** Joins the side band of the packfile section; band 3 is the server giving up. */
const joinBands = (pkts: readonly Pkt[]): Found => {
  const parts: Uint8Array[] = [];
  for (const pkt of pkts) {
    if (pkt.kind === 'flush') return { pack: joinBytes(parts) };
    if (pkt.kind !== 'data') continue;
    if (pkt.data[0] === 1) parts.push(pkt.data.subarray(1));
    if (pkt.data[0] === 3) return { refused: decodeText(pkt.data.subarray(1)) };
  }
  return { broken: 'pack without an end' };
};

const findPack = (pkts: readonly Pkt[]): Found => {
  for (const [index, pkt] of pkts.entries()) {
    const line = textOf(pkt);
    if (line?.startsWith('ERR ')) return { refused: line.slice(4) };
    if (line === 'packfile') return joinBands(pkts.slice(index + 1));
  }
  return { broken: 'no pack in the answer' };
};

/** The server will not give an object by its id: the caller may fall back to a whole pack. */
export const isNotOurRef = (failure: HostFailure): boolean =>
  failure.code === 'host-error' && /not our ref|unadvertised object/.test(failure.detail ?? '');

/** Objects by exact ids (`fetch` of gitprotocol-v2(5)). One request; every id is verified. */
export const fetchObjects = async (
  transport: GitTransport,
  fetch: FetchWants,
  signal: AbortSignal,
): Promise<Result<Unpacked, HostFailure>> => {
  const answer = await transport.call('git-upload-pack', renderFetch(fetch), signal);
  if (!answer.ok) return answer;
  const { url } = transport;
  const pkts = readPkts(answer.value);
  if (!pkts.ok) return refuse('corrupt-answer', url, { detail: pkts.error });
  const found = findPack(pkts.value);
  if ('refused' in found) return refuse('host-error', url, { detail: found.refused });
  if ('broken' in found) return refuse('corrupt-answer', url, { detail: found.broken });
  const unpacked = await readPack(found.pack, fetch.baseOf);
  return unpacked.ok ? ok(unpacked.value) : refuse(unpacked.error.code, url, unpacked.error);
};

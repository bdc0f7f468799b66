import { ok, type Result } from '@milepost/shared/result';
import type { HostFailure } from '../git-host.ts';
import { parseCommit } from './commit.ts';
import { fetchObjects } from './fetch-objects.ts';
import { refuse } from './git-failure.ts';
import type { GitTransport } from './git-transport.ts';
import { joinBytes } from './join-bytes.ts';
import type { GitObject } from './object-id.ts';
import { delimPkt, encodePkt, flushPkt, readPkts, textOf } from './pkt-line.ts';

/** Whether the server holds an object at all: one small negotiation without `done`. */
const isKnown = async (
  transport: GitTransport,
  head: string,
  commit: string,
  filter: boolean,
  signal: AbortSignal,
): Promise<Result<boolean, HostFailure>> => {
  const body = joinBytes([
    encodePkt('command=fetch'),
    encodePkt('object-format=sha1'),
    delimPkt,
    encodePkt('no-progress'),
    ...(filter ? [encodePkt('filter tree:0')] : []),
    encodePkt(`want ${head}\n`),
    encodePkt(`have ${commit}\n`),
    flushPkt,
  ]);
  const answer = await transport.call('git-upload-pack', body, signal);
  if (!answer.ok) return answer;
  const pkts = readPkts(answer.value);
  if (!pkts.ok) return refuse('corrupt-answer', transport.url, { detail: pkts.error });
  const lines = pkts.value.slice(0, 10).map(textOf);
  if (!lines.includes('acknowledgments'))
    return refuse('corrupt-answer', transport.url, { detail: 'no acknowledgments' });
  return ok(lines.includes(`ACK ${commit}`));
};

const reaches = (
  objects: ReadonlyMap<string, GitObject>,
  from: string,
  commit: string,
): boolean => {
  const queue = [from];
  const seen = new Set<string>();
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === commit) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const object = objects.get(id);
    for (const parent of (object && parseCommit(object.body)?.parents) ?? []) queue.push(parent);
  }
  return false;
};

/**
 * Whether `commit` is `head` or an ancestor of it. Asks first whether the server knows it, so that a commit that
 * never arrived costs no history; then reads only the commits between the two.
 */
export const isInHistory = async (
  transport: GitTransport,
  head: string,
  commit: string,
  filter: boolean,
  signal: AbortSignal,
): Promise<Result<boolean, HostFailure>> => {
  if (head === commit) return ok(true);
  const known = await isKnown(transport, head, commit, filter, signal);
  if (!known.ok || !known.value) return known;
  const between = await fetchObjects(
    transport,
    { wants: [head], haves: [commit], filter: filter ? 'tree:0' : undefined },
    signal,
  );
  if (!between.ok) return between;
  const { objects, unresolved } = between.value;
  if (reaches(objects, head, commit)) return ok(true);
  // "No" would send the commit again: only a history that was read whole may say so.
  return objects.has(head) && unresolved === 0
    ? ok(false)
    : refuse('corrupt-answer', transport.url, { detail: 'history with holes' });
};

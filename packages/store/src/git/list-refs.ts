import { ok, type Result } from '@milepost/shared/result';
import type { HostFailure } from '../git-host.ts';
import { refuse } from './git-failure.ts';
import type { GitTransport } from './git-transport.ts';
import { joinBytes } from './join-bytes.ts';
import { isObjectId } from './object-id.ts';
import { delimPkt, encodePkt, flushPkt, readPkts, textOf } from './pkt-line.ts';

export type Ref = { name: string; id: string; target: string | undefined };

const readRef = (line: string): Ref | undefined => {
  const [id = '', name = '', ...attributes] = line.split(' ');
  if (!isObjectId(id) || name === '') return undefined;
  const target = attributes.find((word) => word.startsWith('symref-target:'));
  return { id, name, target: target?.slice('symref-target:'.length) };
};

/** Tens of thousands of refs under our few prefixes; a branch's name needs one. */
const mostBytes = 4 * 1024 * 1024;

/** Refs whose names start with one of the prefixes (`ls-refs` of gitprotocol-v2(5)). One request. */
export const listRefs = async (
  transport: GitTransport,
  prefixes: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly Ref[], HostFailure>> => {
  const body = joinBytes([
    encodePkt('command=ls-refs\n'),
    encodePkt('object-format=sha1'),
    delimPkt,
    encodePkt('symrefs\n'),
    ...prefixes.map((prefix) => encodePkt(`ref-prefix ${prefix}\n`)),
    flushPkt,
  ]);
  const answer = await transport.call('git-upload-pack', body, signal, mostBytes);
  if (!answer.ok) return answer;
  const pkts = readPkts(answer.value);
  if (!pkts.ok || pkts.value.at(-1)?.kind !== 'flush')
    return refuse('corrupt-answer', transport.url, { detail: 'ls-refs cut off' });
  const refs: Ref[] = [];
  for (const pkt of pkts.value) {
    const line = textOf(pkt);
    if (line === undefined) continue;
    if (line.startsWith('ERR ')) return refuse('host-error', transport.url, { detail: line });
    const ref = readRef(line);
    if (ref !== undefined) refs.push(ref);
  }
  return ok(refs);
};

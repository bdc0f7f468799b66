import { ok, type Result } from '@milepost/shared/result';
import type { HostFailure } from '../git-host.ts';
import { refuse } from './git-failure.ts';
import { readPkts, textOf } from './pkt-line.ts';

/** What a protocol v2 server can do, of what we use. */
export type Capabilities = { filter: boolean; shallow: boolean };

/** Reads the answer to `info/refs?service=git-upload-pack`; refuses what we cannot speak with, each by its own code. */
export const readCapabilities = (
  bytes: Uint8Array,
  url: string,
): Result<Capabilities, HostFailure> => {
  const pkts = readPkts(bytes);
  if (!pkts.ok) return refuse('not-a-git-host', url, { detail: pkts.error });
  const lines = pkts.value.map(textOf).filter((line) => line !== undefined);
  const start = lines.findIndex((line) => !line.startsWith('# service='));
  const [version, ...rest] = start < 0 ? [] : lines.slice(start);
  if (version !== 'version 2') return refuse('protocol-too-old', url);
  const values = new Map(
    rest.map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
    }),
  );
  const format = values.get('object-format') ?? 'sha1';
  if (format !== 'sha1') return refuse('sha256-repository', url, { detail: format });
  const fetchWords = values.get('fetch')?.split(' ');
  if (fetchWords === undefined || !values.has('ls-refs')) return refuse('protocol-too-old', url);
  return ok({ filter: fetchWords.includes('filter'), shallow: fetchWords.includes('shallow') });
};

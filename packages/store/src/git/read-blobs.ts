import { ok, type Result } from '@milepost/shared/result';
import type { HostFailure } from '../git-host.ts';
import { fetchObjects, isNotOurRef } from './fetch-objects.ts';
import type { ReaderContext } from './folder-reader.ts';
import { refuse } from './git-failure.ts';
import { decodeText } from './join-bytes.ts';

/** Exact wants per request: 1,000 lines are 50 kB up. */
const batch = 1000;

const fetchBatch = async (
  context: ReaderContext,
  wants: readonly string[],
  into: Map<string, string>,
  signal: AbortSignal,
): Promise<Result<void, HostFailure>> => {
  const { transport, can } = context;
  const filter = can.filter ? 'blob:none' : undefined;
  let fetched = await fetchObjects(transport, { wants, filter }, signal);
  const { newest } = context.shelf;
  if (!fetched.ok && isNotOurRef(fetched.error) && newest !== undefined) {
    const depth = can.shallow ? 1 : undefined;
    fetched = await fetchObjects(transport, { wants: [newest], depth }, signal);
  }
  if (!fetched.ok) return fetched;
  for (const id of wants) {
    const object = fetched.value.objects.get(id);
    if (object?.type !== 'blob')
      return refuse('corrupt-answer', transport.url, { detail: `no blob ${id}` });
    into.set(id, decodeText(object.body));
  }
  return ok(undefined);
};

/** Texts of blobs by exact id, in batches; a blob the host did not send, or sent as another object, is a failure. */
export const readBlobs = async (
  context: ReaderContext,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>, HostFailure>> => {
  const texts = new Map<string, string>();
  for (const id of ids) {
    const body = context.shelf.blobs.get(id);
    if (body !== undefined) texts.set(id, decodeText(body));
  }
  const wanted = [...new Set(ids)].filter((id) => !texts.has(id));
  for (let at = 0; at < wanted.length; at += batch) {
    const done = await fetchBatch(context, wanted.slice(at, at + batch), texts, signal);
    if (!done.ok) return done;
  }
  return ok(texts);
};

import { ok, type Result } from '@milepost/shared/result';
import type { HostFailure } from '../git-host.ts';
import { fetchObjects, isNotOurRef } from './fetch-objects.ts';
import type { ReaderContext } from './folder-reader.ts';
import { refuse } from './git-failure.ts';
import { decodeText } from './join-bytes.ts';
import type { GitObject } from './object-id.ts';

/** Exact wants per request: 1,000 lines are 50 kB up, half of it compressed. */
const batch = 1000;

type Objects = ReadonlyMap<string, GitObject>;

const takeTexts = (
  objects: Objects,
  wants: readonly string[],
  into: Map<string, string>,
  url: string,
): Result<void, HostFailure> => {
  for (const id of wants) {
    const object = objects.get(id);
    if (object?.type !== 'blob') return refuse('corrupt-answer', url, { detail: `no blob ${id}` });
    into.set(id, decodeText(object.body));
  }
  return ok(undefined);
};

/** All blobs of the newest commit at once, from a server that gives none by its id. */
const readFromWhole = async (
  { transport, can }: ReaderContext,
  newest: string,
  wanted: readonly string[],
  into: Map<string, string>,
  signal: AbortSignal,
): Promise<Result<void, HostFailure>> => {
  const depth = can.shallow ? 1 : undefined;
  const whole = await fetchObjects(transport, { wants: [newest], depth }, signal);
  return whole.ok ? takeTexts(whole.value.objects, wanted, into, transport.url) : whole;
};

const fetchTexts = async (
  context: ReaderContext,
  wanted: readonly string[],
  into: Map<string, string>,
  signal: AbortSignal,
): Promise<Result<void, HostFailure>> => {
  const { transport, can, shelf } = context;
  const filter = can.filter ? 'blob:none' : undefined;
  for (let at = 0; at < wanted.length; at += batch) {
    const wants = wanted.slice(at, at + batch);
    const fetched = await fetchObjects(transport, { wants, filter }, signal);
    if (!fetched.ok && isNotOurRef(fetched.error) && shelf.newest !== undefined)
      return readFromWhole(context, shelf.newest, wanted.slice(at), into, signal);
    if (!fetched.ok) return fetched;
    const taken = takeTexts(fetched.value.objects, wants, into, transport.url);
    if (!taken.ok) return taken;
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
  const fetched = await fetchTexts(context, wanted, texts, signal);
  return fetched.ok ? ok(texts) : fetched;
};

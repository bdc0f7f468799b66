import type { FileChange } from '@milepost/shared/program/program';
import { ok, type Result } from '@milepost/shared/result';
import type { HostFailure, TreeFile } from '../git-host.ts';
import { advancePublished, changedFiles, saveReadings } from './published.ts';
import { publishedOf, type Session, setState } from './session.ts';

/** Blobs per step of a long read: each step is stored, so an interrupted first read goes on where it was. */
const slice = 500;

const fetchMissing = async (
  session: Session,
  wanted: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>, HostFailure>> => {
  const { cache, host } = session.options;
  const texts = new Map(await cache.texts(wanted));
  const missing = wanted.filter((id) => !texts.has(id));
  for (let at = 0; at < missing.length; at += slice) {
    if (missing.length > slice)
      setState(session, { state: 'reading', done: texts.size, total: wanted.length });
    const read = await host.blobs(missing.slice(at, at + slice), signal);
    if (!read.ok) return read;
    await cache.saveTexts(read.value);
    for (const [id, text] of read.value) texts.set(id, text);
  }
  return ok(texts);
};

const toChanges = (
  changed: readonly TreeFile[],
  gone: readonly string[],
  texts: ReadonlyMap<string, string>,
): FileChange[] => [
  ...changed.map(({ path, blob }) => ({ path, blob, text: texts.get(blob) })),
  ...gone.map((path) => ({ path, text: undefined })),
];

/** Reads the program at `commit` and makes it the published one. Only texts we lack are asked for. */
export const readCommit = async (
  session: Session,
  commit: string,
  signal: AbortSignal,
): Promise<Result<void, HostFailure>> => {
  const { cache, host, clock } = session.options;
  const tree = await host.tree(commit, signal);
  if (!tree.ok) return tree;
  const published = await publishedOf(session);
  const { changed, gone } = changedFiles(published.program, tree.value);
  const wanted = [...new Set(changed.map((file) => file.blob))];
  const texts = await fetchMissing(session, wanted, signal);
  if (!texts.ok) return texts;
  const state = { commit, checkedAt: clock.now(), files: tree.value };
  await cache.saveReadState(state);
  const next = advancePublished(published, state, toChanges(changed, gone, texts.value));
  session.published = next;
  await saveReadings(cache, next);
  if (gone.length + changed.length > 0)
    await cache.keepOnly(new Set(tree.value.map((file) => file.blob)));
  return ok(undefined);
};

/** Brings the published program up to the branch's head: one request when nothing moved. */
export const readNewest = async (
  session: Session,
  signal: AbortSignal,
): Promise<Result<void, HostFailure>> => {
  const { host, clock } = session.options;
  const published = await publishedOf(session);
  const head = await host.head(published.commit, signal);
  if (!head.ok) return head;
  if (head.value !== 'unchanged') return readCommit(session, head.value, signal);
  session.published = { ...published, checkedAt: clock.now() };
  return ok(undefined);
};

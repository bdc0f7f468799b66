import { fail, ok, type Result } from '@milepost/shared/result';
import type { HostFailure } from '../git-host.ts';
import type { OutboxEntry } from '../outbox/outbox.ts';
import type { SyncState } from '../store.ts';
import { secondsAfter } from './clock.ts';
import { loadPause, savePause } from './host-pause.ts';
import { nameTheirSide } from './name-their-side.ts';
import { markOnBranch } from './proposal-branch.ts';
import { judgeProposals } from './proposal-fate.ts';
import { routeEntries } from './proposal-routes.ts';
import { markPublished, publishEntry, refusals, unsend } from './publish-entry.ts';
import { publishProposals } from './publish-proposals.ts';
import { readNewest } from './read-newest.ts';
import { changeEntry, changeOutbox, publishedOf, type Session, setState } from './session.ts';
import { idsOf, isDeclined, settleEdits } from './settle-edits.ts';

type Step = Promise<Result<'done' | 'moved', HostFailure>>;

/** Times we meet somebody else's push in one run before we wait for the next one. */
const mostMeetings = 8;

const storageFailure = (detail: string) =>
  fail<HostFailure>({ code: 'storage-full', url: '', detail });

/** Whether the branch it was sent to holds the commit; what follows from that is stored. */
const decideOne = async (
  session: Session,
  entry: OutboxEntry & { commit: string },
  signal: AbortSignal,
): Promise<Result<unknown, HostFailure>> => {
  const { host, proposals } = session.options;
  const isProposed = entry.proposal !== undefined && proposals !== undefined;
  const place = isProposed ? proposals.host : host;
  const landed = await place.contains(entry.commit, signal);
  if (!landed.ok) return landed;
  const commit = place.landed?.(entry.commit) ?? entry.commit;
  if (isProposed)
    return markOnBranch(session, new Set([entry.operation]), landed.value ? { commit } : undefined);
  if (landed.value) return markPublished(session, entry, commit);
  const changed = await changeEntry(session, entry.operation, unsend);
  return changed.ok ? changed : storageFailure(changed.error.detail);
};

const isOnItsWay = (entry: OutboxEntry): entry is OutboxEntry & { commit: string } =>
  entry.commit !== undefined && entry.state !== 'published';

/** Asks the host about commits whose answer was lost: landed ones are published, the others are sent again. */
const decideOnItsWay = async (session: Session, signal: AbortSignal): Step => {
  for (const entry of (await session.options.outbox.list()).filter(isOnItsWay)) {
    const decided = await decideOne(session, entry, signal);
    if (!decided.ok) return decided;
  }
  return ok('done');
};

/** Brings the outbox onto the published program; renumbered and conflicting entries are stored together. */
export const settleOutbox = async (session: Session): Step => {
  const { program } = await publishedOf(session);
  const settled = await changeOutbox(session, async (entries, outbox) => {
    const read = (path: string) => program.files.get(path)?.text;
    const settled = settleEdits(entries, read, idsOf(program)).entries;
    const { proposals } = session.options;
    const routes = { branch: proposals?.branch ?? '', all: session.isProtected };
    const routed = proposals === undefined ? settled : routeEntries(settled, routes, read);
    const changed = routed.filter((entry, at) => entry !== entries[at]);
    return changed.length === 0 ? ok(undefined) : outbox.put(changed);
  });
  return settled.ok ? ok('done') : storageFailure(settled.error.detail);
};

const mayBeSent = (entry: OutboxEntry, skipped: ReadonlySet<string>): boolean =>
  entry.proposal === undefined &&
  (entry.state === 'saved' || entry.state === 'waiting' || entry.state === 'publishing') &&
  entry.commit === undefined &&
  !skipped.has(entry.operation);

/** The entries that may go now, oldest first; one that must wait holds back those behind it. */
const sendableNow = async (
  session: Session,
  stuck: ReadonlySet<string>,
): Promise<readonly OutboxEntry[]> => {
  const entries = await session.options.outbox.list();
  const sendable = entries.filter((entry) => mayBeSent(entry, stuck));
  const now = session.options.clock.now();
  return (sendable[0]?.notBefore ?? '') > now ? [] : sendable;
};

const publishAll = async (session: Session, signal: AbortSignal): Step => {
  const stuck = new Set<string>();
  let sendable = await sendableNow(session, stuck);
  for (let [next] = sendable; next !== undefined; [next] = sendable) {
    setState(session, { state: 'publishing', count: sendable.length });
    const sent = await publishEntry(session, next, signal);
    if (!sent.ok) return sent;
    if (sent.value === 'moved') return ok('moved');
    if (sent.value === 'stuck') stuck.add(next.operation);
    const settled = await settleOutbox(session);
    if (!settled.ok) return settled;
    sendable = await sendableNow(session, stuck);
  }
  return ok('done');
};

const oneRound = async (session: Session, signal: AbortSignal): Step => {
  const look = [readNewest, decideOnItsWay, judgeProposals, settleOutbox];
  const tell = [publishAll, publishProposals, nameTheirSide];
  for (const step of session.options.readOnly === true ? look : [...look, ...tell]) {
    const done = await step(session, signal);
    if (!done.ok || done.value === 'moved') return done.ok ? ok('moved') : done;
  }
  return ok('done');
};

/** What a person sees when nothing is going on. */
export const restingState = async (session: Session): Promise<SyncState> => {
  const entries = await session.options.outbox.list();
  const count = (state: OutboxEntry['state']) =>
    entries.filter((entry) => entry.state === state && !isDeclined(entry)).length;
  const conflicts = count('conflict');
  const refused = count('refused');
  if (conflicts + refused > 0) return { state: 'needs-you', conflicts, refused };
  const { commit, checkedAt } = await publishedOf(session);
  if (commit === undefined || checkedAt === undefined) return { state: 'never-read' };
  return { state: 'up-to-date', commit, checkedAt };
};

const firstWait = 5;
const longestWait = 900;

/** Seconds until the next try: doubling, with jitter so that clients of one outage do not return together. */
export const waitAfter = (failures: number, random: () => number): number =>
  Math.min(longestWait, firstWait * 2 ** Math.min(failures, 10)) * (0.5 + random() / 2);

const waitsByItself: ReadonlySet<HostFailure['code']> = new Set([
  'timeout',
  'rate-limited',
  'host-error',
  'corrupt-answer',
]);

const stateOf = async (session: Session, failure: HostFailure): Promise<SyncState> => {
  const { clock, random } = session.options;
  if (failure.code === 'cancelled' || refusals.has(failure.code)) return restingState(session);
  if (failure.code === 'unauthorized' || failure.code === 'forbidden')
    return { state: 'needs-token', failure };
  if (failure.code === 'offline') {
    const { checkedAt } = await publishedOf(session);
    return { state: 'offline', ...(checkedAt === undefined ? {} : { checkedAt }) };
  }
  if (!waitsByItself.has(failure.code)) return { state: 'failed', failure };
  const seconds = failure.retryAfter ?? waitAfter(session.failures, random);
  session.failures += 1;
  return { state: 'waiting', until: secondsAfter(clock.now(), seconds), failure };
};

/** Edits that were published before this run have been seen as such; they leave now. */
const dropPublished = (session: Session) =>
  changeOutbox(session, (entries, outbox) =>
    outbox.remove(
      entries.filter(({ state }) => state === 'published').map((entry) => entry.operation),
    ),
  );

/** A host that named a time is not asked before it. */
const isTooEarly = ({ state, options }: Session): boolean =>
  state.state === 'waiting' &&
  state.failure.retryAfter !== undefined &&
  state.until > options.clock.now();

/** One run: read, decide, settle, publish; again when somebody else pushed in between. Never throws. */
export const runSync = async (session: Session, signal: AbortSignal): Promise<SyncState> => {
  if (isTooEarly(session)) return session.state;
  const { cache, clock, random } = session.options;
  const isNew = session.state.state === 'never-read';
  const pause = isNew ? await loadPause(cache, clock.now()) : undefined;
  if (pause !== undefined) return setState(session, pause);
  await dropPublished(session);
  for (let meeting = 0; meeting < mostMeetings; meeting += 1) {
    const round = await oneRound(session, signal);
    if (!round.ok) {
      const state = await stateOf(session, round.error);
      await savePause(cache, state);
      return setState(session, state);
    }
    if (round.value === 'done') {
      session.failures = 0;
      return setState(session, await restingState(session));
    }
    await clock.sleep(50 * 2 ** meeting * (0.5 + random() / 2), signal);
  }
  const failure: HostFailure = { code: 'host-error', url: '', detail: 'the branch keeps moving' };
  return setState(session, await stateOf(session, failure));
};

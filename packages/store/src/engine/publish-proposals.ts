import { ok, type Result } from '@milepost/shared/result';
import type { HostFailure, ReviewHost } from '../git-host.ts';
import type { OutboxEntry } from '../outbox/outbox.ts';
import { type BranchState, putOnBranch, readBranch } from './proposal-branch.ts';
import { refreshBranch } from './proposal-refresh.ts';
import { isOnBranch } from './proposal-routes.ts';
import { changeEntries, type ProposalOptions, publishedOf, type Session } from './session.ts';

type Step = Promise<Result<'done' | 'moved', HostFailure>>;

const waitsForBranch = (entry: OutboxEntry, now: string): boolean =>
  entry.proposal !== undefined &&
  entry.proposal.commit === undefined &&
  entry.proposal.state !== 'declined' &&
  entry.commit === undefined &&
  (entry.state === 'saved' || entry.state === 'waiting') &&
  (entry.notBefore ?? '') <= now;

const wordsOf = (entries: readonly OutboxEntry[]): { title: string; body: string } => {
  const lines = entries.map(
    ({ edit, note }) => `- ${edit.summary}${note === '' ? '' : `: ${note}`}`,
  );
  const more = entries.length > 1 ? ` and ${entries.length - 1} more` : '';
  return { title: `${entries[0]?.edit.summary ?? ''}${more}`, body: lines.join('\n') };
};

const isUnderReview = ({ proposal }: OutboxEntry): boolean => proposal?.state === 'in-review';

/** Opens a pull request for what is on the branch and under no review. */
const askForReview = async (session: Session, reviews: ReviewHost, signal: AbortSignal): Step => {
  const open = (await session.options.outbox.list()).filter(isOnBranch);
  if (open.length === 0 || open.every(isUnderReview)) return ok('done');
  const review = await reviews.open(wordsOf(open), signal);
  if (!review.ok) return review;
  const { url, state } = review.value;
  const mine = new Set(open.map(({ operation }) => operation));
  const changed = await changeEntries(session, (entry) =>
    entry.proposal === undefined || !mine.has(entry.operation)
      ? entry
      : {
          ...entry,
          proposal: { ...entry.proposal, url, state: state === 'draft' ? 'draft' : 'in-review' },
        },
  );
  if (changed.ok) return ok('done');
  return { ok: false, error: { code: 'storage-full', url, detail: changed.error.detail } };
};

/** What the branch should hold; while it is the same, nothing is to be read. */
const keyOf = (main: string | undefined, head: string, entries: readonly OutboxEntry[]): string =>
  JSON.stringify([
    main,
    head,
    entries.map(({ operation, edit, proposal }) => [operation, edit, proposal?.withdrawn]),
  ]);

type Work = {
  proposals: ProposalOptions;
  stuck: Set<string>;
  /** Entries for which the branch was brought up to date, which is done once. */
  helped: Set<string>;
  signal: AbortSignal;
};
type Done = 'put' | 'moved' | 'nothing';

const commitsOf = (entries: readonly OutboxEntry[]): string =>
  JSON.stringify(entries.filter(isOnBranch).map(({ proposal }) => proposal?.commit));

/** Brings the branch up to date; `nothing` when it was. */
const refresh = async (
  session: Session,
  { proposals, signal }: Work,
  branch: BranchState,
  force = false,
): Promise<Result<Done, HostFailure>> => {
  const { outbox } = session.options;
  const before = commitsOf(await outbox.list());
  const refreshed = await refreshBranch(session, proposals, branch, signal, force);
  if (!refreshed.ok) return refreshed;
  if (refreshed.value === 'moved') return ok('moved');
  return ok(commitsOf(await outbox.list()) === before ? 'nothing' : 'put');
};

const put = async (
  session: Session,
  work: Work,
  branch: BranchState,
  next: OutboxEntry,
): Promise<Result<Done, HostFailure>> => {
  const done = await putOnBranch(session, work.proposals, branch, next, work.signal);
  if (!done.ok) return done;
  if (done.value !== 'stuck') return ok(done.value);
  const isFirst = !work.helped.has(next.operation);
  work.helped.add(next.operation);
  const refreshed = isFirst ? await refresh(session, work, branch, true) : ok('nothing' as const);
  if (!refreshed.ok || refreshed.value !== 'nothing') return refreshed;
  work.stuck.add(next.operation);
  return ok('put');
};

/** One look at the branch, and one commit where one is due. */
const lookAtBranch = async (
  session: Session,
  work: Work,
  open: readonly OutboxEntry[],
  next: OutboxEntry | undefined,
): Promise<Result<Done, HostFailure>> => {
  const { proposals, signal } = work;
  // A host may know our newest commit by a name of its own: it says itself whether the branch is still there.
  const newest = open.at(-1)?.proposal?.commit;
  const asked = await proposals.host.head(newest, signal);
  if (!asked.ok) return asked;
  const head = asked.value === 'unchanged' ? (newest ?? '') : asked.value;
  const { commit: main } = await publishedOf(session);
  const key = keyOf(main, head, open);
  if (next === undefined && session.agreed === key) return ok('nothing');
  const branch = await readBranch(proposals, head, signal);
  if (!branch.ok) return branch;
  const refreshed = await refresh(session, work, branch.value);
  if (!refreshed.ok || refreshed.value !== 'nothing') return refreshed;
  session.agreed = key;
  return next === undefined ? ok('nothing') : put(session, work, branch.value, next);
};

const nextCommit = async (session: Session, work: Work): Promise<Result<Done, HostFailure>> => {
  const { outbox, clock } = session.options;
  const entries = await outbox.list();
  const open = entries.filter(isOnBranch);
  const next = entries.find(
    (entry) => waitsForBranch(entry, clock.now()) && !work.stuck.has(entry.operation),
  );
  if (open.length === 0 && next === undefined) return ok('nothing');
  return lookAtBranch(session, work, open, next);
};

/** Puts what is to be proposed on the branch, keeps that up to date, and asks for its review. */
export const publishProposals = async (session: Session, signal: AbortSignal): Step => {
  const { proposals } = session.options;
  if (proposals === undefined) return ok('done');
  const work: Work = { proposals, stuck: new Set(), helped: new Set(), signal };
  for (let done: Done = 'put'; done === 'put'; ) {
    const next = await nextCommit(session, work);
    if (!next.ok) return next;
    if (next.value === 'moved') return ok('moved');
    done = next.value;
  }
  return proposals.reviews === undefined
    ? ok('done')
    : askForReview(session, proposals.reviews, signal);
};

import { ok, type Result } from '@milepost/shared/result';
import type { HostFailure, Review } from '../git-host.ts';
import type { OutboxEntry } from '../outbox/outbox.ts';
import type { Proposal } from '../store.ts';
import { isOnBranch } from './proposal-routes.ts';
import { changeEntries, type ProposalOptions, publishedOf, type Session } from './session.ts';
import { isDeclined, judgeEdit } from './settle-edits.ts';

/** `again`: an earlier form of it landed, and its author has changed it since. */
type Fate = 'landed' | 'again' | 'declined' | 'open';

type Facts = {
  proposals: ProposalOptions;
  review: Review | undefined;
  head: string;
  /** Operations of the entries that the reviewed head holds. */
  reviewed: ReadonlySet<string>;
};

/** Entries are put on the branch in order: a head holds its own entry and those before it. */
const heldBy = (entries: readonly OutboxEntry[], head: string | undefined): Set<string> => {
  const last = entries.findLastIndex(({ proposal }) => proposal?.commit === head);
  return new Set(entries.slice(0, last + 1).map(({ operation }) => operation));
};

const hasLanded = async (
  session: Session,
  { review, reviewed }: Facts,
  entry: OutboxEntry,
  signal: AbortSignal,
): Promise<Result<Fate | 'no', HostFailure>> => {
  const { program } = await publishedOf(session);
  const outcome = judgeEdit(entry.edit, (path) => program.files.get(path)?.text);
  if (outcome.kind === 'landed') return ok('landed');
  const landed = entry.proposal?.revised ? 'again' : 'landed';
  if (review?.state === 'merged' && reviewed.has(entry.operation)) return ok(landed);
  const commit = entry.proposal?.commit;
  // A merge keeps the commit; a squash is known by what it wrote.
  if (commit === undefined) return ok('no');
  const held = await session.options.host.contains(commit, signal);
  return held.ok ? ok(held.value ? landed : 'no') : held;
};

const fateOf = async (
  session: Session,
  facts: Facts,
  entry: OutboxEntry,
  signal: AbortSignal,
): Promise<Result<Fate, HostFailure>> => {
  const landed = await hasLanded(session, facts, entry, signal);
  if (!landed.ok) return landed;
  if (landed.value !== 'no') return ok(landed.value);
  const commit = entry.proposal?.commit;
  if (commit === undefined) return ok('declined');
  const { review, reviewed, head, proposals } = facts;
  const isClosed = review?.state === 'closed';
  if (isClosed && (reviewed.has(entry.operation) || review.head === head)) return ok('declined');
  if (head === commit) return ok('open');
  const held = await proposals.host.contains(commit, signal);
  return held.ok ? ok(held.value ? 'open' : 'declined') : held;
};

const openState = (proposal: Proposal, { review, proposals }: Facts): Proposal => {
  const isOpen = review?.state === 'open' || review?.state === 'draft';
  const url = isOpen ? review.url : proposals.host.branchUrl?.();
  const { url: _url, ...rest } = proposal;
  const state = review?.state === 'open' ? 'in-review' : 'draft';
  return { ...rest, state, ...(url !== undefined && { url }) };
};

const withFate = (entry: OutboxEntry, fate: Fate, facts: Facts): OutboxEntry | 'remove' => {
  const { proposal } = entry;
  if (proposal === undefined) return entry;
  if (fate === 'landed')
    return { ...entry, state: 'published', proposal: { ...proposal, state: 'landed' } };
  if (fate === 'again')
    return { ...entry, state: 'saved', proposal: { state: 'draft', branch: proposal.branch } };
  if (fate === 'open') return { ...entry, proposal: openState(proposal, facts) };
  if (proposal.withdrawn) return 'remove';
  const { commit: _commit, ...rest } = proposal;
  return { ...entry, state: 'refused', proposal: { ...rest, state: 'declined' } };
};

const learnFacts = async (
  entries: readonly OutboxEntry[],
  proposals: ProposalOptions,
  signal: AbortSignal,
): Promise<Result<Facts, HostFailure>> => {
  const latest =
    proposals.reviews === undefined ? ok(undefined) : await proposals.reviews.latest(signal);
  if (!latest.ok) return latest;
  const head = await proposals.host.head(undefined, signal);
  if (!head.ok) return head;
  const review = latest.value;
  return ok({ proposals, review, head: head.value, reviewed: heldBy(entries, review?.head) });
};

/** Finds out what became of proposed edits: landed, declined, or still to be reviewed. */
export const judgeProposals = async (
  session: Session,
  signal: AbortSignal,
): Promise<Result<'done', HostFailure>> => {
  const { proposals, outbox } = session.options;
  const entries = await outbox.list();
  const asked = entries.filter((entry) => isOnBranch(entry) || isDeclined(entry));
  if (proposals === undefined || asked.length === 0) return ok('done');
  const facts = await learnFacts(entries, proposals, signal);
  if (!facts.ok) return facts;
  const fates = new Map<string, Fate>();
  for (const entry of asked) {
    const fate = await fateOf(session, facts.value, entry, signal);
    if (!fate.ok) return fate;
    fates.set(entry.operation, fate.value);
  }
  const changed = await changeEntries(session, (entry) => {
    const fate = fates.get(entry.operation);
    return fate === undefined ? entry : withFate(entry, fate, facts.value);
  });
  if (changed.ok) return ok('done');
  return { ok: false, error: { code: 'storage-full', url: '', detail: changed.error.detail } };
};

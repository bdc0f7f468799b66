import type { FileChange } from '@milepost/shared/program/program';
import { ok, type Result } from '@milepost/shared/result';
import { blobId } from '../git/object-id.ts';
import type { HostFailure } from '../git-host.ts';
import type { OutboxEntry } from '../outbox/outbox.ts';
import { newOperation } from './new-operation.ts';
import { type BranchState, blobsNow, type Put, sendToBranch } from './proposal-branch.ts';
import { isOnBranch } from './proposal-routes.ts';
import type { Published } from './published.ts';
import { type ProposalOptions, publishedOf, type Session } from './session.ts';
import { idsOf, settleEdits } from './settle-edits.ts';

type Open = {
  entries: readonly OutboxEntry[];
  overlay: readonly FileChange[];
  /** They apply to the program branch as they are: nothing meets another value or a number that is taken. */
  isClean: boolean;
};

const openOn = ({ program }: Published, entries: readonly OutboxEntry[]): Open => {
  const read = (path: string) => program.files.get(path)?.text;
  const { overlay, changed } = settleEdits(entries, read, idsOf(program));
  return { entries, overlay, isClean: changed.length === 0 };
};

/** The program branch has other files by now than when the two branches met. */
const hasMoved = async (published: Published, entry: OutboxEntry): Promise<boolean> => {
  const now = Object.entries(await blobsNow(published, entry));
  return now.some(([path, blob]) => entry.proposal?.base?.[path] !== blob);
};

const differs = async (
  { files }: BranchState,
  path: string,
  text: string | undefined,
): Promise<boolean> => files.get(path) !== (text === undefined ? undefined : await blobId(text));

/** Whether the branch holds anything else than the program branch with our edits on it would. */
const isStale = async (
  published: Published,
  branch: BranchState,
  { entries, overlay }: Open,
): Promise<boolean> => {
  const expected = new Map<string, string | undefined>();
  for (const { path } of entries.flatMap(({ edit }) => edit.files))
    expected.set(path, published.program.files.get(path)?.text);
  for (const { path, text } of overlay) expected.set(path, text);
  for (const [path, text] of expected) if (await differs(branch, path, text)) return true;
  for (const entry of entries) if (await hasMoved(published, entry)) return true;
  return false;
};

/** Only while nobody else has committed to it, and nobody has to choose first. */
const mayRefresh = (entries: readonly OutboxEntry[], head: string): boolean =>
  entries.some(({ proposal }) => proposal?.commit === head) &&
  entries.every(({ state, commit }) => state !== 'conflict' && commit === undefined);

/**
 * Brings the branch up to date with the program branch and the entries, where they do not agree: one merge commit
 * that keeps the branch's history and holds the program branch's files with our edits on them (rulings B5).
 */
export const refreshBranch = async (
  session: Session,
  proposals: ProposalOptions,
  branch: BranchState,
  signal: AbortSignal,
  /** Also when our entries need nothing of it: what comes next may stand on newer files of the program branch. */
  force = false,
): Promise<Result<Put, HostFailure>> => {
  const published = await publishedOf(session);
  const { commit: main, program } = published;
  const entries = (await session.options.outbox.list()).filter(isOnBranch);
  const can = proposals.host.canMerge === true && mayRefresh(entries, branch.head);
  if (main === undefined || !can) return ok('put');
  const open = openOn(published, entries);
  const isDue = open.isClean && (force || (await isStale(published, branch, open)));
  if (!isDue) return ok('put');
  const changes = open.overlay.filter(({ path, text }) => text !== program.files.get(path)?.text);
  const { author, clock, random } = session.options;
  // A host may tell a commit whose answer was lost by nothing but this.
  const operation = ['Milepost-Operation', `refresh-${newOperation(random)}`] as const;
  const message = { summary: 'Bring the proposal up to date', trailers: [operation] };
  const asked = [main, changes, message, author, clock.now()] as const;
  const prepared = await proposals.host.prepare(...asked, signal, branch.head);
  if (!prepared.ok) return prepared;
  const bases = new Map<string, Record<string, string>>();
  for (const entry of entries) bases.set(entry.operation, await blobsNow(published, entry));
  return sendToBranch(session, proposals, bases, prepared.value, signal);
};

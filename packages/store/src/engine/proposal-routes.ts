import type { ReadFile } from '@milepost/shared/change/apply-edit';
import type { OutboxEntry } from '../outbox/outbox.ts';
import { createdIds, isOpen, judgeEdit } from './settle-edits.ts';

/** What the branch of proposals holds, as far as we know. */
export const isOnBranch = (entry: OutboxEntry): boolean =>
  isOpen(entry) && entry.proposal?.commit !== undefined;

export const isDeclined = (entry: OutboxEntry): boolean => entry.proposal?.state === 'declined';

const mentions = (text: string, id: string): boolean =>
  new RegExp(`(?<![\\w/-])${id.replaceAll('.', '\\.')}(?![\\w-])`).test(text);

type Layers = {
  /** Ids that exist in proposals only. */
  drafts: string[];
  /** The program with everything but proposals. */
  direct: Map<string, string | undefined>;
};

/** It stands on what is only proposed: a record that is not there yet, a value that is not there yet. */
const needsProposed = (entry: OutboxEntry, { drafts, direct }: Layers, read: ReadFile): boolean => {
  const text = JSON.stringify(entry.edit);
  if (drafts.some((id) => mentions(text, id))) return true;
  const without: ReadFile = (path) => (direct.has(path) ? direct.get(path) : read(path));
  const outcome = judgeEdit(entry.edit, without);
  if (outcome.kind !== 'changes') return outcome.kind === 'conflict' && entry.state !== 'conflict';
  for (const change of outcome.changes) direct.set(change.path, change.text);
  return false;
};

/**
 * The entries, those that must be proposed marked so (rulings A1): controlled ones, ones that build on them, and all
 * of them where the program branch takes no push. Pure; `read` gives the program branch.
 */
export const routeEntries = (
  entries: readonly OutboxEntry[],
  { branch, all }: { branch: string; all: boolean },
  read: ReadFile,
): readonly OutboxEntry[] => {
  const layers: Layers = { drafts: [], direct: new Map() };
  let anyProposed = false;
  const mustMove = (entry: OutboxEntry): boolean => {
    if (entry.proposal !== undefined || entry.commit !== undefined) return false;
    if (all || (entry.edit.controlled ?? []).length > 0) return true;
    return anyProposed && needsProposed(entry, layers, read);
  };
  return entries.map((entry) => {
    if (!isOpen(entry)) return entry;
    const routed: OutboxEntry = mustMove(entry)
      ? { ...entry, proposal: { state: 'draft', branch } }
      : entry;
    if (routed.proposal === undefined) return entry;
    anyProposed = true;
    layers.drafts.push(...createdIds(entry.edit));
    return routed;
  });
};

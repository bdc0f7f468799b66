import type { ReadFile } from '@milepost/shared/change/apply-edit';
import type { OutboxEntry } from '../outbox/outbox.ts';
import { createdIds, isDeclined, isOpen, judgeEdit, type Outcome } from './settle-edits.ts';

/** What the branch of proposals holds, as far as we know. */
export const isOnBranch = (entry: OutboxEntry): boolean =>
  isOpen(entry) && entry.proposal?.commit !== undefined;

const mentions = (text: string, id: string): boolean =>
  new RegExp(`(?<![\\w/-])${id.replaceAll('.', '\\.')}(?![\\w-])`).test(text);

type Layers = {
  /** Ids that exist in proposals only, open and declined ones. */
  drafts: string[];
  declined: string[];
  /** The program with everything but proposals. */
  direct: Map<string, string | undefined>;
  anyProposed: boolean;
};

/** It stands on what is only proposed: a record that is not there yet, a value that is not there yet. */
const needsProposed = (entry: OutboxEntry, { drafts }: Layers, alone: Outcome): boolean => {
  const text = JSON.stringify(entry.edit);
  if (drafts.some((id) => mentions(text, id))) return true;
  return alone.kind === 'conflict' && entry.state !== 'conflict';
};

const isControlled = ({ edit }: OutboxEntry): boolean => (edit.controlled ?? []).length > 0;

type Routes = { branch: string; all: boolean };

const asProposed = (entry: OutboxEntry, branch: string): OutboxEntry => ({
  ...entry,
  proposal: { state: 'draft', branch },
});

const asDeclined = (entry: OutboxEntry, branch: string): OutboxEntry => ({
  ...entry,
  state: 'refused',
  proposal: { state: 'declined', branch },
});

const isSent = ({ commit, proposal }: OutboxEntry): boolean =>
  commit !== undefined || proposal?.commit !== undefined;

const mustMove = (entry: OutboxEntry, { all }: Routes, layers: Layers, alone: Outcome): boolean => {
  if (isSent(entry)) return false;
  if (all || isControlled(entry)) return true;
  return layers.anyProposed && needsProposed(entry, layers, alone);
};

/** What names a declined record has nothing to stand on before that is revived. */
const falls = (entry: OutboxEntry, { declined }: Layers): boolean => {
  if (isDeclined(entry)) return true;
  if (isSent(entry) || declined.length === 0) return false;
  const text = JSON.stringify(entry.edit);
  return declined.some((id) => mentions(text, id));
};

/** Whether it may go straight to the program branch; if so, what it does there is what others may build on. */
const staysDirect = (
  entry: OutboxEntry,
  routes: Routes,
  layers: Layers,
  read: ReadFile,
): boolean => {
  if (entry.proposal !== undefined) return false;
  const alone = judgeEdit(entry.edit, (path) =>
    layers.direct.has(path) ? layers.direct.get(path) : read(path),
  );
  if (mustMove(entry, routes, layers, alone)) return false;
  const changes = alone.kind === 'changes' ? alone.changes : [];
  for (const { path, text } of changes) layers.direct.set(path, text);
  return true;
};

const routeOne = (
  entry: OutboxEntry,
  routes: Routes,
  layers: Layers,
  read: ReadFile,
): OutboxEntry => {
  if (!isOpen(entry)) return entry;
  if (falls(entry, layers)) {
    layers.declined.push(...createdIds(entry.edit));
    return isDeclined(entry) ? entry : asDeclined(entry, routes.branch);
  }
  if (staysDirect(entry, routes, layers, read)) return entry;
  layers.anyProposed = true;
  layers.drafts.push(...createdIds(entry.edit));
  return entry.proposal === undefined ? asProposed(entry, routes.branch) : entry;
};

/**
 * The entries, those that must be proposed marked so (rulings A1): controlled ones, ones that build on them (declined
 * with them), and all of them where the program branch takes no push. Pure; `read` gives the program branch.
 */
export const routeEntries = (
  entries: readonly OutboxEntry[],
  routes: Routes,
  read: ReadFile,
): readonly OutboxEntry[] => {
  // Most programs propose nothing: then nothing is judged a second time.
  if (!routes.all && !entries.some((entry) => entry.proposal !== undefined || isControlled(entry)))
    return entries;
  const layers: Layers = { drafts: [], declined: [], direct: new Map(), anyProposed: false };
  return entries.map((entry) => routeOne(entry, routes, layers, read));
};

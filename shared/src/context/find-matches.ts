import type { Program } from '../program/program.ts';
import { compareIds } from '../record/compare-ids.ts';
import { plain } from './clues.ts';
import type { Match, MatchReason, MatchRule, PageContext } from './context.ts';
import { externalKey, projectOf } from './external-key.ts';
import { findGlobs } from './find-globs.ts';
import type { MatchIndex } from './index-draft.ts';
import { isJiraPage, matchesProgram } from './matches-program.ts';
import { explicitIds, mentionedIds, mentionedKeys } from './page-marks.ts';

/** Strongest first (DESIGN section 5). */
export const MATCH_RULES = [
  'trailer',
  'external',
  'mention',
  'milestone-map',
  'scope',
  'path',
  'branch',
  'workstream',
] as const satisfies readonly MatchRule[];

/** What a page points to, by id alone: the compact index is enough to answer. */
export type MatchedId = { id: string; reasons: readonly MatchReason[]; through?: string };

type Found = Map<string, MatchReason[]>;

function add(found: Found, index: MatchIndex, id: string, reason: MatchReason): void {
  if (!index.records.has(id)) return;
  const reasons = found.get(id) ?? [];
  const known = reasons.some(({ rule, value }) => rule === reason.rule && value === reason.value);
  if (!known) found.set(id, [...reasons, reason]);
}

function addExact(
  found: Found,
  index: MatchIndex,
  key: string,
  rule: MatchRule,
  value: string,
): void {
  for (const id of index.exact.get(key) ?? []) add(found, index, id, { rule, value });
}

/** `R-12`, or `<this program's key>/R-12`; ids of other programs are theirs to show (rulings B9). */
function ownId(index: MatchIndex, ref: string): string | undefined {
  const cut = ref.indexOf('/');
  if (cut < 0) return ref;
  return ref.slice(0, cut) === index.program ? ref.slice(cut + 1) : undefined;
}

function findMarked(found: Found, index: MatchIndex, page: PageContext): void {
  for (const ref of explicitIds(page)) {
    const id = ownId(index, ref);
    if (id !== undefined) add(found, index, id, { rule: 'trailer', value: id });
  }
}

function pageKeys(page: PageContext): readonly string[] {
  const keys: string[] = [];
  if (page.repo !== undefined && page.number !== undefined)
    keys.push(`${page.repo}#${page.number}`);
  if (page.key !== undefined) keys.push(page.key);
  if (page.url !== undefined) keys.push(page.url);
  return keys;
}

function findExternal(found: Found, index: MatchIndex, page: PageContext): void {
  for (const text of pageKeys(page)) {
    const key = externalKey(text);
    if (key === undefined) continue;
    const value = key.slot === 'jira' ? key.value : text;
    addExact(found, index, `${key.slot} ${key.value}`, 'external', value);
  }
}

function findMentioned(found: Found, index: MatchIndex, page: PageContext): void {
  for (const key of mentionedKeys(page))
    if (key !== page.key) addExact(found, index, `jira ${key}`, 'mention', key);
  const onJira = isJiraPage(index, page);
  for (const ref of mentionedIds(page)) {
    const id = ownId(index, ref);
    const isKey = onJira && index.places.projectKeys.includes(projectOf(ref));
    if (id !== undefined && !isKey) add(found, index, id, { rule: 'mention', value: id });
  }
}

function findMapped(found: Found, index: MatchIndex, page: PageContext): void {
  const map = (slot: string, rule: MatchRule, values: readonly (string | undefined)[]): void => {
    for (const value of values.filter((each) => each !== undefined))
      addExact(found, index, `${slot} ${plain(value)}`, rule, value);
  };
  map('github-milestone', 'milestone-map', [page.githubMilestone]);
  map('fix-version', 'milestone-map', page.fixVersions ?? []);
  map('label', 'milestone-map', page.labels ?? []);
  map('component', 'scope', page.components ?? []);
  const epic = page.epic?.trim().toUpperCase();
  if (epic !== undefined) addExact(found, index, `epic ${epic}`, 'scope', epic);
  for (const title of [page.githubMilestone, ...(page.fixVersions ?? [])])
    if (title !== undefined) findTitled(found, index, title);
}

/** Milestones published to a host are titled "[M-4] Payments live" (domain part 4, mapping of dates). */
function findTitled(found: Found, index: MatchIndex, title: string): void {
  for (const id of explicitIds({ title }))
    add(found, index, id, { rule: 'milestone-map', value: title });
}

function addGlobs(found: Found, index: MatchIndex, scope: string, path: string): void {
  for (const { glob, ids } of findGlobs(index, scope, path))
    for (const id of ids) add(found, index, id, { rule: 'path', value: glob });
}

function findByPath(found: Found, index: MatchIndex, page: PageContext): void {
  for (const path of page.paths ?? []) {
    addGlobs(found, index, 'path :', path);
    if (page.repo !== undefined) addGlobs(found, index, `path ${page.repo.toLowerCase()}:`, path);
  }
}

function findByBranch(found: Found, index: MatchIndex, page: PageContext): void {
  const branches = [page.headBranch, page.baseBranch].filter((each) => each !== undefined);
  for (const branch of branches)
    for (const { ids } of findGlobs(index, 'branch ', branch))
      for (const id of ids) add(found, index, id, { rule: 'branch', value: branch });
}

/** Weakest: asked only when nothing else matched. */
function findWorkstream(found: Found, index: MatchIndex, page: PageContext): void {
  const ask = (slot: string, value: string | undefined): void => {
    if (value !== undefined)
      addExact(found, index, `workstream-${slot} ${value}`, 'workstream', value);
  };
  ask('repo', page.repo?.toLowerCase());
  ask('project', page.key === undefined ? undefined : projectOf(page.key));
  for (const label of page.labels ?? []) ask('label', plain(label));
  for (const component of page.components ?? []) ask('component', plain(component));
}

const strength = (reason: MatchReason | undefined): number =>
  reason === undefined ? MATCH_RULES.length : MATCH_RULES.indexOf(reason.rule);

function withHops(found: Found, index: MatchIndex): readonly MatchedId[] {
  const matched = new Map<string, MatchedId>();
  for (const [id, reasons] of found)
    matched.set(id, { id, reasons: reasons.sort((a, b) => strength(a) - strength(b)) });
  const queue = [...matched.values()].sort(byStrength);
  for (const from of queue)
    for (const id of index.records.get(from.id)?.hops ?? [])
      if (!matched.has(id) && index.records.has(id)) {
        const hop = { id, reasons: from.reasons, through: from.id };
        matched.set(id, hop);
        queue.push(hop);
      }
  return [...matched.values()].sort(byStrength);
}

/** Own matches before those reached through another, then the stronger rule, then the id. */
const byStrength = (a: MatchedId, b: MatchedId): number =>
  Number(a.through !== undefined) - Number(b.through !== undefined) ||
  strength(a.reasons[0]) - strength(b.reasons[0]) ||
  compareIds(a.id, b.id);

/** Ids that a page points to, with every reason; empty where the program has nothing to do with the page (rulings D10). */
export function matchIds(index: MatchIndex, page: PageContext): readonly MatchedId[] {
  if (!matchesProgram(index, page)) return [];
  const found: Found = new Map();
  findMarked(found, index, page);
  findExternal(found, index, page);
  findMentioned(found, index, page);
  findMapped(found, index, page);
  findByPath(found, index, page);
  findByBranch(found, index, page);
  if (found.size === 0) findWorkstream(found, index, page);
  return withHops(found, index);
}

/**
 * Records that a page points to and why (DESIGN section 5, rulings B6, B7): strongest rule first, every reason kept,
 * and one hop outward: a dependency brings its consumer's milestone, a milestone its gate, a criterion its gate.
 */
export const findMatches = (
  index: MatchIndex,
  program: Program,
  page: PageContext,
): readonly Match[] =>
  matchIds(index, page).flatMap(({ id, reasons, through }): Match[] => {
    const record = program.records.get(id);
    if (record === undefined) return [];
    return [through === undefined ? { record, reasons } : { record, reasons, through }];
  });

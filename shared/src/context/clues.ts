import type { AnyRecord } from '../record/record-types.ts';
import { externalKey, hostOf, projectOf } from './external-key.ts';

/** What a clue is compared with. */
export type ClueSlot =
  | 'github'
  | 'jira'
  | 'url'
  | 'epic'
  | 'github-milestone'
  | 'fix-version'
  | 'label'
  | 'component'
  | 'path'
  | 'branch'
  | 'workstream-repo'
  | 'workstream-project'
  | 'workstream-label'
  | 'workstream-component'
  | 'site';

/** One thing a page may say that points to a record. `path` values are `owner/repo:glob`, or `:glob` for any repository. */
export type Clue = readonly [slot: ClueSlot, value: string];

/** What one record answers to, and the records a match of it brings along (DESIGN section 5, one hop outward). */
export type RecordClues = { readonly clues: readonly Clue[]; readonly hops: readonly string[] };

const MAX_CLUES = 500;
const REPO_GLOB = /^([\w.-]+\/[\w.-]+):(.+)$/s;

/** Compared without case and surrounding space: hosts do not tell labels apart by case. */
export const plain = (text: string): string => text.trim().toLowerCase();

/** Undefined for a void record: created by mistake, it answers to nothing. */
export function cluesOf(record: AnyRecord): RecordClues | undefined {
  if (record.data.status === 'void') return undefined;
  const clues = [...externalClues(record), ...pathClues(record), ...matchClues(record)];
  if (record.kind === 'workstream') clues.push(...workstreamClues(record.data));
  return { clues: clues.slice(0, MAX_CLUES), hops: hopsOf(record) };
}

function hopsOf(record: AnyRecord): readonly string[] {
  if (record.kind === 'dependency') return listOf(record.data.consumer.milestone);
  if (record.kind === 'milestone') return listOf(record.data.gate);
  return record.kind === 'criterion' ? listOf(record.id.split('.')[0]) : [];
}

const listOf = (value: string | undefined): readonly string[] =>
  value === undefined ? [] : [value];

function externalClues(record: AnyRecord): readonly Clue[] {
  const keys = record.data.external.flatMap(({ system, key, url }) =>
    system === 'import' ? listOf(url) : [key, ...listOf(url)],
  );
  if (record.kind === 'dependency')
    keys.push(...listOf(record.data.consumer.item), ...listOf(record.data.provider.item));
  return keys.flatMap(keyClues);
}

function keyClues(text: string): readonly Clue[] {
  const key = externalKey(text);
  if (key === undefined) return [];
  const clue: Clue = [key.slot, key.value];
  return key.slot === 'jira' && text.includes('/') ? [clue, ['site', hostOf(text)]] : [clue];
}

function pathClues(record: AnyRecord): readonly Clue[] {
  const match = 'match' in record.data ? record.data.match : undefined;
  const globs = [...record.data.paths, ...(isMatch(match) ? match.paths : [])];
  return globs.map((glob) => ['path', repoGlob(glob)]);
}

/** `repo:glob` with the repository in small letters; a bare glob holds in every repository of the program. */
function repoGlob(text: string): string {
  const parts = REPO_GLOB.exec(text);
  return parts ? `${(parts[1] ?? '').toLowerCase()}:${parts[2]}` : `:${text}`;
}

type MatchBlock = {
  branches: string[];
  labels: string[];
  github_milestones: string[];
  fix_versions: string[];
  components: string[];
  epics: string[];
  paths: string[];
};

/** Only milestones, workstreams and gates have a parsed `match` (rulings B6); elsewhere it is an unknown key. */
const isMatch = (value: unknown): value is MatchBlock =>
  typeof value === 'object' && value !== null && 'branches' in value && 'paths' in value;

function matchClues(record: AnyRecord): readonly Clue[] {
  if (record.kind !== 'milestone' && record.kind !== 'gate' && record.kind !== 'workstream')
    return [];
  const match = record.data.match;
  const epics = record.kind === 'milestone' ? trackedEpics(record.data.external) : [];
  if (match === undefined) return epics;
  return [
    ...epics,
    ...match.epics.map((value): Clue => ['epic', value.trim().toUpperCase()]),
    ...match.github_milestones.map((value): Clue => ['github-milestone', plain(value)]),
    ...match.fix_versions.map((value): Clue => ['fix-version', plain(value)]),
    ...match.labels.map((value): Clue => ['label', plain(value)]),
    ...match.components.map((value): Clue => ['component', plain(value)]),
    ...match.branches.map((value): Clue => ['branch', value]),
  ];
}

/** A milestone that tracks an epic is what the epic's children work for. */
const trackedEpics = (external: readonly { key: string }[]): readonly Clue[] =>
  external
    .map(({ key }) => externalKey(key))
    .flatMap((key): readonly Clue[] => (key?.slot === 'jira' ? [['epic', key.value]] : []));

type WorkstreamSides = {
  github?: { repos: string[]; labels: string[] } | undefined;
  jira?: { project?: string | undefined; component?: string | undefined } | undefined;
};

function workstreamClues({ github, jira }: WorkstreamSides): readonly Clue[] {
  const one = (slot: ClueSlot, value: string): Clue => [slot, plain(value)];
  return [
    ...(github?.repos ?? []).map((repo) => one('workstream-repo', repo)),
    ...(github?.labels ?? []).map((label) => one('workstream-label', label)),
    ...listOf(jira?.project).map((project): Clue => ['workstream-project', project.toUpperCase()]),
    ...listOf(jira?.component).map((component) => one('workstream-component', component)),
  ];
}

/** Repository, Jira project or site that a clue names: what decides whether a page is the program's business at all. */
export function placeOf([slot, value]: Clue): string | undefined {
  if (slot === 'github') return `repo ${value.slice(0, value.indexOf('#'))}`;
  if (slot === 'jira' || slot === 'epic') return `project ${projectOf(value)}`;
  if (slot === 'path' && !value.startsWith(':'))
    return `repo ${value.slice(0, value.indexOf(':'))}`;
  if (slot === 'workstream-repo') return `repo ${value}`;
  if (slot === 'workstream-project') return `project ${value}`;
  return slot === 'site' ? `site ${value}` : undefined;
}

import type { Program } from '../program/program.ts';
import type { Charter } from '../record/charter.ts';
import { type Clue, cluesOf, plain, type RecordClues } from './clues.ts';
import { hostOf } from './external-key.ts';
import {
  type ContextIndex,
  draftFrom,
  emptyDraft,
  finishDraft,
  insertRecord,
  type ProgramPlaces,
  removeRecord,
} from './index-draft.ts';

function placesOf(charter: Charter): ProgramPlaces {
  const { github, jira } = charter.integrations ?? {};
  return {
    githubHost: hostOf(github?.host ?? 'github.com'),
    repos: (github?.repos ?? []).map(plain),
    sites: (jira?.sites ?? []).map(hostOf),
    projectKeys: (jira?.project_keys ?? []).map((key) => key.trim().toUpperCase()),
  };
}

/** `integrations.github.milestone_map: {"Payments live": M-4}` adds clues to records the map names. */
function mappedClues(charter: Charter): ReadonlyMap<string, readonly Clue[]> {
  const map = charter.integrations?.github?.milestone_map;
  const clues = new Map<string, readonly Clue[]>();
  if (typeof map !== 'object' || map === null) return clues;
  for (const [title, id] of Object.entries(map))
    if (typeof id === 'string')
      clues.set(id, [...(clues.get(id) ?? []), ['github-milestone', plain(title)]]);
  return clues;
}

const NONE: RecordClues = { clues: [], hops: [] };

function withMapped(clues: RecordClues, mapped: readonly Clue[] | undefined): RecordClues {
  return mapped === undefined ? clues : { ...clues, clues: [...clues.clues, ...mapped] };
}

/** More gates than this serve the milestone as a whole: none of them is its gate, and all would bury the page. */
const MAX_GATES = 3;

/** Gates may name their milestone instead of being named by it: both ways bring the gate. */
function gatesByMilestone(program: Program): ReadonlyMap<string, readonly string[]> {
  const gates = new Map<string, string[]>();
  for (const { id, data } of program.byKind.gate) {
    if (data.milestone === undefined || data.status === 'void') continue;
    const listed = gates.get(data.milestone);
    if (listed === undefined) gates.set(data.milestone, [id]);
    else listed.push(id);
  }
  return gates;
}

/** A milestone without a gate of its own borrows those that name it. */
function withGates(clues: RecordClues, named: readonly string[] | undefined): RecordClues {
  if (named === undefined || named.length > MAX_GATES || clues.hops.length > 0) return clues;
  return { ...clues, hops: named };
}

function cluesIn(program: Program): (id: string) => RecordClues | undefined {
  const mapped = mappedClues(program.charter);
  const gates = gatesByMilestone(program);
  return (id) => {
    const record = program.records.get(id);
    const clues = record ? cluesOf(record) : undefined;
    if (record === undefined || clues === undefined) return undefined;
    const whole = record.kind === 'milestone' ? withGates(clues, gates.get(id)) : clues;
    return withMapped(whole, mapped.get(id));
  };
}

const isDefined = <Value>(value: Value | undefined): value is Value => value !== undefined;

const brokenIds = (program: Program): readonly string[] =>
  program.broken.map(({ id }) => id).filter(isDefined);

/** Index of one program. Broken files take part by their id alone, so that a page that names one can say so. */
export function buildIndex(program: Program): ContextIndex {
  const draft = emptyDraft();
  const clues = cluesIn(program);
  for (const id of program.records.keys()) {
    const found = clues(id);
    if (found !== undefined) insertRecord(draft, id, found);
  }
  for (const id of brokenIds(program)) if (!draft.records.has(id)) insertRecord(draft, id, NONE);
  return finishDraft(draft, program.charter.key, placesOf(program.charter));
}

function changedIds(before: Program, after: Program): readonly string[] {
  const ids = [...before.records.keys(), ...after.records.keys()];
  return ids.filter((id) => before.records.get(id) !== after.records.get(id));
}

/** A changed gate changes its milestone's hop too. */
function touchedIds(before: Program, after: Program): ReadonlySet<string> {
  const changed = changedIds(before, after);
  const milestones = changed.flatMap((id) =>
    [before, after].map((program) => {
      const record = program.records.get(id);
      return record?.kind === 'gate' ? record.data.milestone : undefined;
    }),
  );
  const ids = [...changed, ...milestones, ...brokenIds(before), ...brokenIds(after)];
  return new Set(ids.filter(isDefined));
}

/**
 * The index of `after`, from the index of `before`: only records that are not the same object are looked at again.
 * A changed charter moves the places, then everything is built anew.
 */
export function updateIndex(index: ContextIndex, before: Program, after: Program): ContextIndex {
  if (before.charter !== after.charter) return buildIndex(after);
  const draft = draftFrom(index);
  const clues = cluesIn(after);
  const broken = new Set(brokenIds(after));
  for (const id of touchedIds(before, after)) {
    removeRecord(draft, id);
    const found = clues(id) ?? (broken.has(id) ? NONE : undefined);
    if (found !== undefined) insertRecord(draft, id, found);
  }
  return finishDraft(draft, index.program, index.places);
}

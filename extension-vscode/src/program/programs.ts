import type { Program } from '@milepost/shared/program/program';
import type { Clock } from '../ports/clock.ts';
import { dayIn } from '../ports/clock.ts';
import type { ProgramFolder } from '../ports/program-folder.ts';
import { type ProgramFacts, programFacts } from './facts.ts';
import type { Found, ProgramPlace } from './find-programs.ts';
import { type ProgramModel, programModel } from './program-model.ts';
import { programTree } from './program-tree.ts';
import type { TreeRow } from './tree-row.ts';

/** One program of the workspace, seen on the day that is shown, in its own time zone. */
export type OpenProgram = {
  readonly key: string;
  readonly place: ProgramPlace;
  readonly model: ProgramModel;
  facts(): Promise<ProgramFacts>;
  rows(): Promise<readonly TreeRow[]>;
};

/** What was found in the workspace; tells what welcome text stands in an empty view. */
export type ProgramsState = 'looking' | 'none' | 'elsewhere' | 'ready';

export type Programs = {
  /** Looks for programs the first time it is asked. */
  find(): Promise<readonly OpenProgram[]>;
  state(): ProgramsState;
  /** Looks again: folders, settings or pointers changed. */
  reset(): void;
  /** The day changed, or what a program says did. */
  touch(): void;
  onDidChange(listener: () => void): () => void;
  dispose(): void;
};

type Needs = {
  look(): Promise<Found>;
  folderOf(place: ProgramPlace): ProgramFolder;
  /** Says which day the programs are shown on. */
  clock: Clock;
  report(error: unknown): void;
};

function openProgram(place: ProgramPlace, model: ProgramModel, clock: Clock): OpenProgram {
  let seen: { program: Program; facts: ProgramFacts; rows?: TreeRow[] } | undefined;
  async function look() {
    const program = await model.program();
    const asOf = dayIn(program.charter.timezone, clock.now());
    if (seen?.program !== program || seen.facts.asOf !== asOf)
      seen = { program, facts: programFacts(program, asOf) };
    return seen;
  }
  return {
    key: `${place.root}#${place.folder}`,
    place,
    model,
    facts: async () => (await look()).facts,
    async rows() {
      const now = await look();
      now.rows ??= programTree(now.facts);
      return now.rows;
    },
  };
}

/** The programs of this window. Figures are worked out once per program text and day. */
export function openPrograms({ look, folderOf, clock, report }: Needs): Programs {
  const listeners = new Set<() => void>();
  let looking: Promise<readonly OpenProgram[]> | undefined;
  let open: readonly OpenProgram[] = [];
  let state: ProgramsState = 'looking';
  const touch = () => {
    for (const listener of listeners) listener();
  };
  const close = () => {
    for (const program of open) program.model.dispose();
    open = [];
  };

  async function start(): Promise<readonly OpenProgram[]> {
    const found = await look();
    close();
    open = found.places.map((place) => {
      const model = programModel(folderOf(place), report);
      model.onDidChange(touch);
      return openProgram(place, model, clock);
    });
    const empty = found.elsewhere.length > 0 ? 'elsewhere' : 'none';
    state = open.length > 0 ? 'ready' : empty;
    touch();
    return open;
  }

  return {
    find() {
      looking ??= start();
      return looking;
    },
    state: () => state,
    reset() {
      looking = undefined;
      touch();
    },
    touch,
    onDidChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      close();
      listeners.clear();
    },
  };
}

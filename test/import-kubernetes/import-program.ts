import type { Program, ProgramFile } from '@milepost/shared/program/program';
import { readProgram } from '@milepost/shared/program/read-program';
import { renderFile } from '@milepost/shared/text/render-record';
import type { Draft } from './draft.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Outcome, Remark } from './ledger.ts';
import { readSource } from './read-source.ts';
import { signGates } from './sign-gates.ts';
import type { SourceFile } from './source-file.ts';
import { writeChanges } from './write-changes.ts';
import { writeCharter } from './write-charter.ts';
import { writeDependencies } from './write-dependencies.ts';
import { writeGates } from './write-gates.ts';
import { linksByGate } from './write-links.ts';
import { writeMilestones } from './write-milestones.ts';
import { writePeople } from './write-people.ts';
import { writeSigs } from './write-sigs.ts';

export type Imported = {
  program: Program;
  /** In order of path. */
  files: readonly ProgramFile[];
  /** One entry a file of the source. */
  outcomes: readonly Outcome[];
  remarks: readonly Remark[];
  newest: string;
};

function draftsOf(frame: Frame, links: ReturnType<typeof linksByGate>): readonly Draft[] {
  const gates = [...frame.source.keps.values()].flatMap((kep) =>
    writeGates(kep, frame, links.byGate.get(frame.current.get(kep.number) ?? '')),
  );
  return [
    writeCharter(frame),
    ...writePeople(frame),
    ...writeSigs(frame),
    ...writeMilestones(frame),
    ...gates,
    ...writeDependencies(frame),
    ...writeChanges(frame),
  ];
}

/** Every file of the source is taken or refused, once; anything else is a bug of this tool. */
function assertSum(source: readonly SourceFile[], outcomes: readonly Outcome[]): void {
  const used = outcomes.filter(({ refusal }) => refusal === undefined).length;
  const refused = outcomes.filter(({ refusal }) => refusal !== undefined).length;
  const paths = new Set(outcomes.map(({ path }) => path));
  if (used + refused !== source.length || paths.size !== source.length)
    throw new Error(`${source.length} files in, ${used} used, ${refused} refused`);
}

/** A program made of the files of a Kubernetes source folder. The same files give the same program, in any order. */
export function importProgram(given: readonly SourceFile[]): Imported {
  const source = readSource(given);
  assertSum(given, source.outcomes);
  const frame = frameOf(source);
  const links = linksByGate(frame);
  const drafts = draftsOf(frame, links).map(({ path, data }) => ({
    path,
    text: renderFile(path, data),
  }));
  const signed = signGates(drafts, frame);
  const files = signed.files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return {
    program: readProgram(files),
    files,
    outcomes: source.outcomes,
    remarks: [...source.remarks, ...links.remarks, ...signed.remarks],
    newest: frame.newest,
  };
}

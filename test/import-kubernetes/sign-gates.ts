import { applyEdit } from '@milepost/shared/change/apply-edit';
import type { Refusal as PlanRefusal } from '@milepost/shared/change/edit';
import { gateDigest } from '@milepost/shared/change/gate-digest';
import type { Intent } from '@milepost/shared/change/intent';
import { planEdit } from '@milepost/shared/change/plan-edit';
import type { Program, ProgramFile } from '@milepost/shared/program/program';
import { readProgram } from '@milepost/shared/program/read-program';
import { withChanges } from '@milepost/shared/program/with-changes';
import { renderFile } from '@milepost/shared/text/render-record';
import { type Frame, isOut, type StageFact } from './frame.ts';
import type { Remark } from './ledger.ts';
import { earlierOf } from './read-day.ts';
import type { Kep } from './read-kep.ts';
import { personOf } from './read-people.ts';
import { READINESS_ROLE } from './write-gates.ts';

type Step = { intent: Intent; by: string };

/** Noon of the review day: approvals are known to have been given by then, and to nothing nearer. */
const noonOf = (day: string): string => `${day}T12:00:00Z`;

function carryOut(program: Program, { intent, by }: Step, day: string): Program | PlanRefusal {
  const planned = planEdit(program, intent, { by, at: noonOf(day), today: day });
  if (!planned.ok) return planned.error;
  const applied = applyEdit(planned.value, (path) => program.files.get(path)?.text);
  if (!applied.ok) throw new Error(`an edit of ours does not apply: ${JSON.stringify(applied)}`);
  return withChanges(program, applied.value);
}

/** An approval whose day the source lets nobody know: declared, and unsigned until somebody dates it. */
function signUndated(program: Program, { gate, approver }: StageFact): Program {
  if (approver === undefined) return program;
  const path = `gates/${gate}/signoffs/${READINESS_ROLE}.yaml`;
  const data = {
    ...{ gate, role: READINESS_ROLE, signatory: personOf(approver), decision: 'approved' },
    covers: gateDigest(program, gate),
    comment: 'The source names the approver and no day.',
  };
  return withChanges(program, [{ path, text: renderFile(path, data) }]);
}

function stepsFor(fact: StageFact, decider: string | undefined, isReleased: boolean): Step[] {
  const { gate, approver } = fact;
  const signer = approver === undefined ? undefined : personOf(approver);
  const steps: Step[] = [];
  if (decider !== undefined)
    steps.push({ intent: { intent: 'freeze-criteria', gate }, by: decider });
  if (signer === undefined) return steps;
  const [role, decision] = [READINESS_ROLE, 'approved'] as const;
  steps.push({ intent: { intent: 'sign-off', gate, role, decision }, by: signer });
  const rationale = 'Approved for production, and the release is out.';
  if (isReleased)
    steps.push({ intent: { intent: 'decide-gate', gate, outcome: 'go', rationale }, by: signer });
  return steps;
}

type Signed = { program: Program; remarks: readonly Remark[] };

function signStage(program: Program, kep: Kep, fact: StageFact, frame: Frame): Signed {
  const record = program.records.get(fact.gate);
  const schedule = fact.minor === undefined ? undefined : frame.source.schedules.get(fact.minor);
  const review = schedule?.phases.readiness;
  if (record?.kind !== 'gate' || record.data.status !== 'defined' || review === undefined)
    return { program: signUndated(program, fact), remarks: [] };
  const day = earlierOf(review, frame.newest);
  const isReleased = schedule !== undefined && isOut(frame, schedule);
  const steps = stepsFor(fact, record.data.decider, isReleased).filter(
    ({ intent }) => intent.intent === 'sign-off' || review <= frame.newest,
  );
  let now = program;
  const remarks: Remark[] = [];
  for (const step of steps) {
    const done = carryOut(now, step, day);
    if ('code' in done) {
      const detail = `${step.intent.intent} of ${fact.gate}: ${JSON.stringify(done.facts)}`;
      remarks.push({ path: kep.path, code: done.code, detail });
    } else now = done;
  }
  return { program: now, remarks };
}

/** What every plan needs to know; a gate's own files are added to it. */
const SETTINGS: readonly string[] = ['program.yaml', 'people.yaml', 'roles.yaml'];

function filesByGate(files: readonly ProgramFile[]): ReadonlyMap<string, readonly ProgramFile[]> {
  const gates = new Map<string, ProgramFile[]>();
  for (const file of files) {
    const gate = /^gates\/([^/]+)\//.exec(file.path)?.[1];
    if (gate !== undefined) gates.set(gate, [...(gates.get(gate) ?? []), file]);
  }
  return gates;
}

/**
 * Freezes, signs and decides the gates as their people did, through the core's own plans: what a guard refuses stays
 * undone and is a remark. Each KEP is planned on a program of its own gates alone, so that an edit costs little.
 */
export function signGates(
  files: readonly ProgramFile[],
  frame: Frame,
): { files: readonly ProgramFile[]; remarks: readonly Remark[] } {
  const settings = readProgram(files.filter(({ path }) => SETTINGS.includes(path)));
  const gates = filesByGate(files);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const remarks: Remark[] = [];
  for (const kep of frame.source.keps.values()) {
    const facts = frame.stages.get(kep.number) ?? [];
    let now = withChanges(
      settings,
      facts.flatMap(({ gate }) => gates.get(gate) ?? []),
    );
    for (const fact of facts) {
      const signed = signStage(now, kep, fact, frame);
      now = signed.program;
      remarks.push(...signed.remarks);
    }
    for (const file of now.files.values()) byPath.set(file.path, file);
  }
  return { files: [...byPath.values()], remarks };
}

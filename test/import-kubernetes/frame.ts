import { isDay } from '@milepost/shared/record/field';
import type { Kep } from './read-kep.ts';
import type { Schedule } from './read-schedule.ts';
import type { Source } from './read-source.ts';
import { STAGE_NAMES, STAGES, type Stage } from './stages.ts';

/** One stage of one KEP: the gate it becomes, the release it is meant for and who approved it (login). */
export type StageFact = { stage: Stage; gate: string; minor?: number; approver?: string };

/** What every writer needs to know of the whole. */
export type Frame = {
  source: Source;
  /** The newest day the source names about its own past: what it says is said as of this day. */
  newest: string;
  /** SIGs that own a KEP, in order of name; their place from 1 is the number of workstream and team. */
  sigs: readonly string[];
  /** Releases that become milestones: with a schedule, or later than every scheduled one. */
  releases: readonly number[];
  stages: ReadonlyMap<number, readonly StageFact[]>;
  /** By KEP: the gate that stands for the KEP now. */
  current: ReadonlyMap<number, string>;
};

/** KEP 1287, stable is G-12873; a KEP without any stage is G-12870. */
const gateId = (number: number, stage: Stage | undefined): string =>
  `G-${number}${stage === undefined ? 0 : STAGES[stage]}`;

export const milestoneId = (minor: number): string => `M-${minor}`;
export const teamOfRelease = (minor: number): string => `TM-1${String(minor).padStart(2, '0')}`;
export const trackingIssue = (number: number): string => `kubernetes/enhancements#${number}`;

export const workstreamOf = ({ sigs }: Frame, sig: string): string => `WS-${sigs.indexOf(sig) + 1}`;
export const teamOf = ({ sigs }: Frame, sig: string): string => `TM-${sigs.indexOf(sig) + 1}`;

/** A release is out when the source is newer than its day. */
export const isOut = ({ newest }: Frame, { released }: Schedule): boolean => released <= newest;

function stagesOf(kep: Kep, { approvals }: Source): readonly StageFact[] {
  const signed = approvals.get(kep.number)?.approvers ?? {};
  return STAGE_NAMES.flatMap((stage): StageFact[] => {
    const [minor, approver] = [kep.targets[stage], signed[stage]];
    if (minor === undefined && approver === undefined && kep.stage !== stage) return [];
    const fact = { stage, gate: gateId(kep.number, stage) };
    return [{ ...fact, ...(minor && { minor }), ...(approver && { approver }) }];
  });
}

function currentGate(kep: Kep, stages: readonly StageFact[]): string {
  const named = stages.find(({ stage }) => stage === kep.stage) ?? stages.at(-1);
  return named?.gate ?? gateId(kep.number, undefined);
}

function newestDay({ keps, exceptions }: Source): string {
  const days = [
    ...[...keps.values()].flatMap(({ created, updated }) => [created, updated]),
    ...exceptions.flatMap(({ requested, reviewed }) => [requested, reviewed]),
  ];
  return (
    days
      .filter((day) => day !== undefined && isDay(day))
      .toSorted()
      .at(-1) ?? '0001-01-01'
  );
}

function releasesOf(source: Source): readonly number[] {
  const scheduled = [...source.schedules.keys()];
  const last = Math.max(0, ...scheduled);
  const named = [...source.keps.values()].flatMap(({ targets }) => Object.values(targets));
  const all = new Set([...scheduled, ...named.filter((minor) => minor > last)]);
  return [...all].sort((a, b) => a - b);
}

/** Works out once what the records refer to. */
export function frameOf(source: Source): Frame {
  const keps = [...source.keps.values()];
  const stages = new Map(keps.map((kep) => [kep.number, stagesOf(kep, source)]));
  return {
    source,
    newest: newestDay(source),
    sigs: [...new Set(keps.map(({ sig }) => sig))].sort(),
    releases: releasesOf(source),
    stages,
    current: new Map(
      keps.map((kep) => [kep.number, currentGate(kep, stages.get(kep.number) ?? [])]),
    ),
  };
}

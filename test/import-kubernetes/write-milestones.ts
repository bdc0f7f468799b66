import type { Draft } from './draft.ts';
import { type Frame, isOut, milestoneId } from './frame.ts';
import { earlierOf } from './read-day.ts';
import { personOf } from './read-people.ts';
import { PHASE_NAMES, PHASES, type Phase, type Schedule } from './read-schedule.ts';

export const phaseId = (minor: number, phase: Phase): string => `M-${minor}${PHASES[phase].digits}`;

type Facts = {
  schedule: Schedule;
  day: string;
  /** Days that must come before. */
  after: readonly string[];
  owner: string | undefined;
};

const page = (path: string): string =>
  `https://github.com/kubernetes/sig-release/blob/master/${path}`;

function stateOf({ schedule, day, owner }: Facts, { newest }: Frame): string {
  // A commitment needs somebody who made it.
  if (owner === undefined) return 'planned';
  if (day <= newest) return 'achieved';
  return schedule.begins <= newest ? 'in_progress' : 'committed';
}

/** Dates of one milestone. The source, as of its newest day, confirms the schedule. */
function datesOf(facts: Facts, frame: Frame) {
  const { schedule, day, after, owner } = facts;
  const status = stateOf(facts, frame);
  const asOf = earlierOf(day, frame.newest);
  return {
    ...{ workstream: 'program', status, owner },
    external: [
      { system: 'url', key: page(schedule.path), url: page(schedule.path), role: 'evidence' },
    ],
    ...{ baseline_date: day, committed_date: day, forecast_date: day },
    forecast_history: [{ as_of: asOf, date: day, by: owner }],
    actual_date: status === 'achieved' ? day : undefined,
    // The next phase begins where the one before it ends: a start of its own would count that time twice.
    start_date: after.length === 0 ? schedule.begins : undefined,
    predecessors: after.map((on) => ({ on })),
  };
}

const writeRecord = (data: { id: string } & Draft['data']): Draft => ({
  path: `milestones/${data.id}.yaml`,
  data,
});

function writeSchedule(schedule: Schedule, frame: Frame): readonly Draft[] {
  const { minor, phases } = schedule;
  const lead = frame.source.teams.get(minor)?.lead;
  const owner = lead === undefined ? undefined : personOf(lead);
  const named = PHASE_NAMES.filter((phase) => phases[phase] !== undefined).sort((a, b) =>
    (phases[a] ?? '') < (phases[b] ?? '') ? -1 : 1,
  );
  const before = (at: number): readonly string[] =>
    named.slice(Math.max(0, at - 1), at).map((phase) => phaseId(minor, phase));
  const freezes = named.map((phase, at) =>
    writeRecord({
      id: phaseId(minor, phase),
      title: `${PHASES[phase].name} of v1.${minor}`,
      type: 'phase_end',
      ...datesOf({ schedule, day: phases[phase] ?? '', after: before(at), owner }, frame),
      acceptance_criteria: ['Whatever is not in by the end of this day needs an exception.'],
    }),
  );
  const release = writeRecord({
    id: milestoneId(minor),
    title: `Kubernetes v1.${minor}`,
    type: 'release',
    external_commitment: true,
    ...datesOf({ schedule, day: schedule.released, after: before(named.length), owner }, frame),
    acceptance_criteria: [`v1.${minor}.0 is released.`],
    match: matchOf(minor),
  });
  return [release, ...freezes];
}

const matchOf = (minor: number) => ({
  branches: [`release-1.${minor}`],
  github_milestones: [`v1.${minor}`],
});

/** One milestone a release and one a freeze; a later release without a schedule is planned, without a date. */
export function writeMilestones(frame: Frame): readonly Draft[] {
  return frame.releases.flatMap((minor) => {
    const schedule = frame.source.schedules.get(minor);
    if (schedule !== undefined) return writeSchedule(schedule, frame);
    const data = { id: milestoneId(minor), title: `Kubernetes v1.${minor}`, status: 'planned' };
    return [writeRecord({ ...data, type: 'release', match: matchOf(minor) })];
  });
}

/** Releases whose day has not come: what is meant for them is still to be delivered. */
export const openReleases = (frame: Frame): readonly number[] =>
  frame.releases.filter((minor) => {
    const schedule = frame.source.schedules.get(minor);
    return schedule === undefined || !isOut(frame, schedule);
  });

import { codePaths } from './code-paths.ts';
import type { Draft } from './draft.ts';
import {
  type Frame,
  milestoneId,
  type StageFact,
  teamOf,
  teamOfRelease,
  trackingIssue,
  workstreamOf,
} from './frame.ts';
import type { Kep } from './read-kep.ts';
import { personOf } from './read-people.ts';
import type { Schedule } from './read-schedule.ts';
import { shorten } from './shorten.ts';
import { folderGlob } from './write-gates.ts';
import { openReleases } from './write-milestones.ts';

/** A KEP that is turned down or done is nothing a release waits for. */
const LIVE: readonly (string | undefined)[] = ['provisional', 'implementable', undefined];

function sidesOf(kep: Kep, minor: number, frame: Frame) {
  const team = frame.source.teams.get(minor);
  const lead = team === undefined ? undefined : personOf(team.lead);
  const [author] = kep.authors.map(personOf);
  return {
    owner: lead,
    consumer: {
      team: team === undefined ? undefined : teamOfRelease(minor),
      owner: lead,
      milestone: milestoneId(minor),
    },
    provider: { team: teamOf(frame, kep.sig), owner: author, item: trackingIssue(kep.number) },
  };
}

/** A release needs a KEP from the day its cycle begins, or from the KEP's own first day. */
const raisedOn = ({ created }: Kep, schedule: Schedule | undefined): string | undefined =>
  schedule === undefined || created === undefined || created < schedule.begins
    ? schedule?.begins
    : created;

function writeOne(kep: Kep, { stage, gate, minor }: StageFact, frame: Frame): readonly Draft[] {
  if (minor === undefined) return [];
  const schedule = frame.source.schedules.get(minor);
  const needed = schedule?.phases.code;
  const sides = sidesOf(kep, minor, frame);
  const isRequested =
    kep.status === 'implementable' && needed !== undefined && sides.consumer.team !== undefined;
  const id = `D-${kep.number}`;
  const data = {
    id,
    title: shorten(`v1.${minor} needs KEP-${kep.number} `, kep.title, `: ${stage}`),
    status: isRequested ? 'requested' : 'identified',
    workstream: workstreamOf(frame, kep.sig),
    raised: raisedOn(kep, schedule),
    description:
      kep.participating.length === 0 ? undefined : `Takes part: ${kep.participating.join(', ')}.`,
    paths: [folderGlob(kep), ...codePaths(kep)],
    ...sides,
    affects: [gate],
    deliverable: `KEP-${kep.number} at stage ${stage}, merged.`,
    acceptance: 'The graduation criteria of the KEP for this stage are met by the code freeze.',
    need_by: needed,
  };
  return [{ path: `dependencies/${id}.yaml`, data }];
}

/** A release that is not out needs what each KEP meant for it delivers: the SIG provides, the release team takes. */
export function writeDependencies(frame: Frame): readonly Draft[] {
  const open = openReleases(frame);
  return [...frame.source.keps.values()].flatMap((kep) => {
    const gate = frame.current.get(kep.number);
    const fact = frame.stages.get(kep.number)?.find((each) => each.gate === gate);
    if (fact?.minor === undefined || !open.includes(fact.minor)) return [];
    return LIVE.includes(kep.status) ? writeOne(kep, fact, frame) : [];
  });
}

import type { Draft } from './draft.ts';
import { type Frame, milestoneId, type StageFact, workstreamOf } from './frame.ts';
import type { Kep } from './read-kep.ts';
import { personOf } from './read-people.ts';
import { shorten } from './shorten.ts';
import { writeCriteria } from './write-criteria.ts';
import type { Links } from './write-links.ts';

/** The nearest role of ours to the production readiness reviewers (domain 3.1). */
export const READINESS_ROLE = 'sre_ops_lead';

/** Everything in the KEP's folder, and the file of its approvals. */
function pathsOf(kep: Kep, { source }: Frame): readonly string[] {
  const approvals = source.approvals.get(kep.number)?.path;
  return [
    folderGlob(kep),
    ...(approvals === undefined ? [] : [`kubernetes/enhancements:${approvals}`]),
  ];
}

export const folderGlob = (kep: Kep): string =>
  `kubernetes/enhancements:${kep.path.replace(/kep\.yaml$/, '**')}`;

const filled = (links: Links | undefined): object =>
  Object.fromEntries(Object.entries(links ?? {}).filter(([, list]) => list.length > 0));

function headOf(kep: Kep, frame: Frame, gate: string, links: Links | undefined) {
  const isCurrent = frame.current.get(kep.number) === gate;
  const [author] = kep.authors.map(personOf);
  return {
    id: gate,
    workstream: workstreamOf(frame, kep.sig),
    owner: author,
    raised: kep.created,
    tags: [`kep-${kep.number}`, ...(kep.status === undefined ? [] : [`kep-${kep.status}`])],
    ...(isCurrent ? filled(links) : {}),
    type: 'prr',
    match: isCurrent ? { paths: pathsOf(kep, frame) } : undefined,
  };
}

/** The reviewer who approved decides; before that, whoever approves the KEP itself. */
const deciderOf = (kep: Kep, { approver }: StageFact): string | undefined => {
  const login = approver ?? kep.approvers[0];
  return login === undefined ? undefined : personOf(login);
};

function writeStage(kep: Kep, fact: StageFact, frame: Frame, links: Links | undefined): Draft[] {
  const { stage, gate, minor } = fact;
  const schedule = minor === undefined ? undefined : frame.source.schedules.get(minor);
  const review = schedule?.phases.readiness;
  const release = minor === undefined ? '' : ` in v1.${minor}`;
  const head = headOf(kep, frame, gate, links);
  const isDefined = review !== undefined && head.owner !== undefined;
  const data = {
    ...head,
    title: shorten(`KEP-${kep.number} `, kep.title, `: ${stage}${release}`),
    status: isDefined ? 'defined' : 'draft',
    milestone:
      minor !== undefined && frame.releases.includes(minor) ? milestoneId(minor) : undefined,
    review_date: review,
    decider: deciderOf(kep, fact),
    required_signoffs: [{ role: READINESS_ROLE, mandatory: true }],
  };
  const criteria = isDefined ? writeCriteria(kep, fact, review, frame) : [];
  return [{ path: `gates/${gate}/gate.yaml`, data }, ...criteria];
}

/** One gate per stage of a KEP; a KEP that names no stage yet has one gate that waits for it. */
export function writeGates(kep: Kep, frame: Frame, links: Links | undefined): readonly Draft[] {
  const stages = frame.stages.get(kep.number) ?? [];
  if (stages.length > 0) return stages.flatMap((fact) => writeStage(kep, fact, frame, links));
  const gate = frame.current.get(kep.number) ?? '';
  const title = shorten(`KEP-${kep.number} `, kep.title, ': no stage named');
  const data = { ...headOf(kep, frame, gate, links), title, status: 'draft' };
  return [{ path: `gates/${gate}/gate.yaml`, data }];
}

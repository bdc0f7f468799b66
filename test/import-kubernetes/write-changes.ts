import type { Draft } from './draft.ts';
import { type Frame, milestoneId, workstreamOf } from './frame.ts';
import type { Exception } from './read-exceptions.ts';
import type { Kep } from './read-kep.ts';
import { personOf } from './read-people.ts';
import { PHASES } from './read-schedule.ts';
import { shorten } from './shorten.ts';
import { pageOf } from './write-links.ts';
import { phaseId } from './write-milestones.ts';

function affectedBy({ minor, freeze, kep }: Exception, frame: Frame): readonly string[] {
  const schedule = frame.source.schedules.get(minor);
  const hasFreeze = freeze !== undefined && schedule?.phases[freeze] !== undefined;
  const stages = kep === undefined ? [] : (frame.stages.get(kep) ?? []);
  return [
    ...(frame.releases.includes(minor) ? [milestoneId(minor)] : []),
    ...(hasFreeze ? [phaseId(minor, freeze)] : []),
    ...stages.filter((stage) => stage.minor === minor).map(({ gate }) => gate),
  ];
}

function pagesOf({ pulls, thread }: Exception) {
  const pages = pulls.filter((url) => url.startsWith('https://')).map(pageOf);
  const discussed = thread?.startsWith('https://') ? [pageOf(thread)] : [];
  return [...pages.map((page) => ({ ...page, role: 'implements' })), ...discussed];
}

/** The source names no requester; the KEP's first author stands for it, and nobody where the KEP is not in the source. */
const requesterOf = (kep: Kep | undefined): string | undefined =>
  kep?.authors[0] === undefined ? undefined : personOf(kep.authors[0]);

function originOf({ path, kep: number }: Exception, kep: Kep | undefined): string {
  const missing = kep === undefined ? ` KEP-${number ?? '?'} is not in the source.` : '';
  return `From ${path}, which names no requester.${missing}`;
}

function writeOne(exception: Exception, frame: Frame): Draft {
  const { minor, place, name, freeze, outcome, requested, reviewed } = exception;
  const kep = exception.kep === undefined ? undefined : frame.source.keps.get(exception.kep);
  const lead = frame.source.teams.get(minor)?.lead;
  const what =
    freeze === undefined ? 'Exception' : `Exception to the ${PHASES[freeze].name.toLowerCase()}`;
  const number = exception.kep === undefined ? '' : `KEP-${exception.kep} `;
  const id = `CR-${minor}${String(place).padStart(2, '0')}`;
  const data = {
    id,
    title: shorten(`${what} of v1.${minor}: ${number}`, name),
    status: outcome ?? 'submitted',
    workstream: kep === undefined ? 'program' : workstreamOf(frame, kep.sig),
    owner: lead === undefined ? undefined : personOf(lead),
    raised: requested,
    description: originOf(exception, kep),
    external: pagesOf(exception),
    type: 'schedule',
    justification: `${number}asks to land in v1.${minor} after the freeze.`,
    requested_by: requesterOf(kep),
    submitted_on: requested,
    ...{ outcome, decided_on: outcome === undefined ? undefined : reviewed },
    affects: affectedBy(exception, frame),
  };
  return { path: `changes/${id}.yaml`, data };
}

/** Every exception asked for is a change request: CR-3401 is the first of v1.34. */
export const writeChanges = (frame: Frame): readonly Draft[] =>
  frame.source.exceptions.map((exception) => writeOne(exception, frame));

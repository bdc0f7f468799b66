import { isClassified } from '@milepost/shared/context/badge-facts';
import { badgesFor } from '@milepost/shared/context/badges-for';
import type { Match } from '@milepost/shared/context/context';
import type { Program } from '@milepost/shared/program/program';
import { DEPENDENCY_TYPES } from '@milepost/shared/record/dependency';
import type { Team } from '@milepost/shared/record/workstream';
import { sayReason } from '@milepost/shared/words/say-reason';
import type { FormChoices } from '../messages/message.ts';
import type { ProgramConfig } from './own-database.ts';

const OVER = new Set(['achieved', 'cancelled', 'void']);

function teamChoice(team: Team, { people }: Program): FormChoices['teams'][number] {
  const owner = people.people.find((person) => person.id === team.lead);
  return {
    id: team.id,
    name: team.name ?? team.title,
    vendor: team.kind === 'vendor',
    ...(team.lead && { owner: team.lead }),
    ...(owner && { ownerName: owner.name }),
  };
}

function milestoneChoices(program: Program, today: string): FormChoices['milestones'] {
  const open = program.byKind.milestone.filter(
    (record) => !OVER.has(record.data.status) && !isClassified(record),
  );
  return open.map((record) => {
    const match = { record, reasons: [{ rule: 'trailer' as const, value: record.id }] };
    const [badge] = badgesFor([match], program, today, {});
    return {
      id: record.id,
      title: record.data.title,
      level: badge?.level ?? 'unknown',
      ...(record.data.committed_date && { due: record.data.committed_date }),
    };
  });
}

/** The team whose workstream a matched record belongs to, where there is just one. */
function teamOf(program: Program, matches: readonly Match[]): string | undefined {
  const shown = matches.filter(({ record }) => !isClassified(record));
  const workstreams = new Set(shown.map(({ record }) => record.data.workstream));
  const teams = program.byKind.team.filter(
    (record) =>
      !isClassified(record) &&
      record.data.workstreams.some((workstream) => workstreams.has(workstream)),
  );
  return teams.length === 1 ? teams[0]?.id : undefined;
}

/** What a capture form offers of one program, prefilled from what the page matched. */
export function choicesOf(
  program: Program,
  matches: readonly Match[],
  config: ProgramConfig,
  today: string,
): FormChoices {
  const { workdays, holidays } = program.charter.calendar;
  const milestone = matches.find(
    ({ record }) => record.kind === 'milestone' && !isClassified(record),
  );
  const [reason] = milestone?.reasons ?? [];
  const team = teamOf(program, matches);
  const active = program.byKind.team.filter(
    (record) => record.data.status === 'active' && !isClassified(record),
  );
  return {
    program: config.key,
    name: program.charter.name,
    teams: active.map(({ data }) => teamChoice(data, program)),
    milestones: milestoneChoices(program, today),
    types: DEPENDENCY_TYPES,
    ...(team && { team }),
    ...(milestone && { milestone: milestone.record.id }),
    ...(reason && { milestoneReason: sayReason(reason, milestone?.record.id) }),
    today,
    workdays,
    holidays: holidays.map(({ date, name }) => ({ day: date, name: name ?? 'A holiday' })),
  };
}

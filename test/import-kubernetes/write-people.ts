import type { Draft } from './draft.ts';
import type { Frame } from './frame.ts';
import { personOf } from './read-people.ts';
import { READINESS_ROLE } from './write-gates.ts';

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

/** Logins in the spelling that comes first, by person id. */
function loginsOf({ source }: Frame): ReadonlyMap<string, string> {
  const logins = [
    ...[...source.keps.values()].flatMap(({ authors, approvers }) => [...authors, ...approvers]),
    ...[...source.approvals.values()].flatMap(({ approvers }) => Object.values(approvers)),
    ...[...source.teams.values()].map(({ lead }) => lead),
  ];
  const known = new Map<string, string>();
  for (const login of logins) if (!known.has(personOf(login))) known.set(personOf(login), login);
  return known;
}

function writeRegister(frame: Frame): Draft {
  const teams = [...frame.source.teams.values()];
  const nameOf = (id: string): string | undefined =>
    teams.map(({ names }) => names.get(id)).find((name) => name !== undefined);
  const people = [...loginsOf(frame)]
    .sort(([a], [b]) => byText(a, b))
    .map(([id, github]) => ({ id, name: nameOf(id) ?? github, github }));
  return { path: 'people.yaml', data: { people } };
}

/** Who approves production readiness holds the role: the source does not keep the list of the group itself. */
function writeRoles({ source }: Frame): Draft {
  const approvers = [...source.approvals.values()].flatMap(({ approvers: byStage }) =>
    Object.values(byStage).map(personOf),
  );
  const roles = [...new Set(approvers)]
    .sort(byText)
    .map((person) => ({ role: READINESS_ROLE, person, scope: 'program' }));
  return { path: 'roles.yaml', data: { roles } };
}

export const writePeople = (frame: Frame): readonly Draft[] => [
  writeRegister(frame),
  writeRoles(frame),
];

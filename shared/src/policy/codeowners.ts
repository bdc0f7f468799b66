import type { Program } from '../program/program.ts';
import { findPerson } from '../readiness/roles.ts';
import { holdersOf } from './role-holders.ts';

const HEAD = [
  '# Generated from roles.yaml: change that file, not this one.',
  '# The last matching line counts, and one owner of it is enough.',
];

/** `@login` of everybody who holds one of the roles; people without a GitHub login cannot own a path. */
function loginsOf(program: Program, roles: readonly string[], asOf: string): string[] {
  const people = roles.flatMap((role) => holdersOf(program, role, asOf));
  const logins = people.flatMap((person) => findPerson(program, person)?.github ?? []);
  return [...new Set(logins.map((login) => `@${login.replace(/^@/, '')}`))].toSorted();
}

/** A folder as CODEOWNERS writes it: anchored, no `!`, `[` or spaces that would be read as patterns. */
const anchored = (folder: string, path: string): string => {
  const clean = folder.replaceAll(/^\/+|\/+$/g, '');
  const whole = clean === '' ? `/${path}` : `/${clean}/${path}`;
  return whole.replaceAll(' ', '\\ ');
};

function linesOf(program: Program, folder: string, asOf: string): string[] {
  const rights = loginsOf(program, ['pm_director', 'executive_sponsor'], asOf);
  const roles = new Set([
    ...program.byKind.gate.flatMap(({ data }) => data.required_signoffs.map(({ role }) => role)),
    ...[...program.signOffs.values()].flat().map(({ data }) => data.role),
  ]);
  const rows = [
    ['policy.yaml', rights],
    ['roles.yaml', rights],
    ...[...roles]
      .toSorted()
      .map((role) => [`gates/*/signoffs/${role}.yaml`, loginsOf(program, [role], asOf)] as const),
  ] as const;
  return rows
    .filter(([, owners]) => owners.length > 0)
    .map(([path, owners]) => `${anchored(folder, path)} ${owners.join(' ')}`);
}

/**
 * CODEOWNERS for policy, roles and sign-offs only (rulings C8). `folder` is the program folder from the repository's
 * root; rows nobody with a login could approve are left out, they would lock the file.
 */
export const renderCodeowners = (program: Program, folder: string, asOf: string): string =>
  `${[...HEAD, ...linesOf(program, folder, asOf)].join('\n')}\n`;

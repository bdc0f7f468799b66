import type { Program } from '../program/program.ts';

export type Holding = {
  person: string;
  role: string;
  scope: string;
  from?: string | undefined;
  to?: string | undefined;
};

type Register = Pick<Program, 'people' | 'roles' | 'charter'>;

/** The person id behind an id, an `@login` or an e-mail; unknown references stay as they are. */
export function personOf(people: Program['people'], reference: string): string {
  const wanted = reference.toLowerCase();
  const found = people.people.find(
    (person) =>
      person.id === wanted ||
      (person.github !== undefined && `@${person.github.toLowerCase()}` === wanted) ||
      person.email?.toLowerCase() === wanted,
  );
  return found?.id ?? reference;
}

/** All role holdings: `roles.yaml`, and in the lite profile also those in `people.yaml` (rulings B3). */
export function holdingsOf(program: Register): Holding[] {
  const declared = program.roles.roles.map((entry) => ({
    ...entry,
    person: personOf(program.people, entry.person),
  }));
  if (program.charter.profile !== 'lite') return declared;
  const own = program.people.people.flatMap((person) =>
    person.roles.map((entry) => ({ ...entry, person: person.id })),
  );
  return [...declared, ...own, ...charterRoles(program)];
}

/** In lite the charter's two names hold their roles without another entry. */
function charterRoles({ charter, people }: Register): Holding[] {
  const named = [
    ['executive_sponsor', charter.sponsor],
    ['program_manager', charter.program_manager],
  ] as const;
  return named.flatMap(([role, person]) =>
    person === undefined ? [] : [{ role, person: personOf(people, person), scope: 'program' }],
  );
}

const isCurrent = (holding: Holding, day: string): boolean =>
  (holding.from === undefined || holding.from <= day) &&
  (holding.to === undefined || day <= holding.to);

/** A holding for the whole program covers every workstream; a workstream's covers itself only. */
const covers = (holding: Holding, scope: string | undefined): boolean =>
  holding.scope === 'program' || scope === undefined || holding.scope === scope;

/** Person ids that hold a role on a day, for a workstream or (no scope given) anywhere. */
export function holdersOf(program: Register, role: string, day: string, scope?: string): string[] {
  const found = holdingsOf(program).filter(
    (holding) => holding.role === role && isCurrent(holding, day) && covers(holding, scope),
  );
  return [...new Set(found.map((holding) => holding.person))].toSorted();
}

export const holdsRole = (
  program: Register,
  person: string,
  role: string,
  day: string,
  scope?: string,
): boolean => holdersOf(program, role, day, scope).includes(personOf(program.people, person));

/** True when two references name the same person. */
export const samePerson = (
  people: Program['people'],
  left: string | undefined,
  right: string | undefined,
): boolean =>
  left !== undefined && right !== undefined && personOf(people, left) === personOf(people, right);

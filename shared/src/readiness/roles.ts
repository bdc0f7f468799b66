import type { Program } from '../program/program.ts';
import type { Person } from '../record/people.ts';
import { dayOf } from '../schedule/day-of.ts';

/** One role held by one person, wherever it was written. */
type Holding = {
  role: string;
  person: string;
  scope: string;
  from?: string | undefined;
  to?: string | undefined;
  delegate_of?: string | undefined;
};

const peopleByRef = new WeakMap<Program['people'], ReadonlyMap<string, Person>>();

function indexPeople(people: Program['people']): ReadonlyMap<string, Person> {
  const refs = new Map<string, Person>();
  for (const person of people.people) {
    const names = [person.id, person.email, person.github && `@${person.github}`];
    for (const name of names)
      if (name && !refs.has(name.toLowerCase())) refs.set(name.toLowerCase(), person);
  }
  return refs;
}

/** Rulings B4: a person id, an `@login` or an e-mail, without regard to case. */
export function findPerson(program: Program, ref: string): Person | undefined {
  const known = peopleByRef.get(program.people) ?? indexPeople(program.people);
  peopleByRef.set(program.people, known);
  return known.get(ref.toLowerCase());
}

/** The person's id where the reference is known, else the reference itself: what two references are compared by. */
export const personId = (program: Program, ref: string): string =>
  findPerson(program, ref)?.id ?? ref.toLowerCase();

/**
 * Rulings B3: `roles.yaml` always counts; in `lite` also what a person's own entry says, and the charter's `sponsor` and
 * `program_manager` without any entry.
 */
function holdings(program: Program): readonly Holding[] {
  const written = program.roles.roles.map((holding) => ({
    ...holding,
    person: personId(program, holding.person),
  }));
  if (program.charter.profile !== 'lite') return written;
  const own = program.people.people.flatMap(({ id, roles }) =>
    roles.map((holding) => ({ ...holding, person: id })),
  );
  const { sponsor, program_manager } = program.charter;
  const implied = [
    { role: 'executive_sponsor', person: sponsor },
    { role: 'program_manager', person: program_manager },
  ].flatMap(({ role, person }) =>
    person === undefined ? [] : [{ role, person: personId(program, person), scope: 'program' }],
  );
  return [...written, ...own, ...implied];
}

const inForce = (holding: Holding, day: string): boolean =>
  (holding.from === undefined || holding.from <= day) &&
  (holding.to === undefined || day <= holding.to);

/** A holding for the whole program covers every workstream; one for a workstream covers that one alone. */
const covers = (holding: Holding, scope: string): boolean =>
  holding.scope === 'program' || holding.scope === scope;

/**
 * Who holds a role on a day, in the order written. `scope` is a workstream id or `program`; `at` a day or a timestamp.
 * A delegate counts while the delegation has an end, has not ended, and the one who delegated holds the role directly.
 */
export function holdersOf(
  program: Program,
  role: string,
  scope: string,
  at: string,
): readonly string[] {
  const day = dayOf(at, program.charter.timezone);
  const held = holdings(program).filter(
    (holding) => holding.role === role && covers(holding, scope) && inForce(holding, day),
  );
  const direct = held.filter((holding) => holding.delegate_of === undefined);
  const holds = new Set(direct.map(({ person }) => person));
  const delegated = held.filter(
    ({ delegate_of: from, to }) =>
      from !== undefined && to !== undefined && holds.has(personId(program, from)),
  );
  return [...new Set([...direct, ...delegated].map(({ person }) => person))];
}

/** Whether a person (id, `@login` or e-mail) held the role on that day. */
export const heldRole = (
  program: Program,
  person: string,
  role: string,
  scope: string,
  at: string,
): boolean => holdersOf(program, role, scope, at).includes(personId(program, person));

/** Those of `people` who are still active: an unknown person is taken as active. */
export const activeOnly = (program: Program, people: readonly string[]): readonly string[] =>
  people.filter((ref) => findPerson(program, ref)?.active !== false);

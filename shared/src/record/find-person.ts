import type { People, Person } from './people.ts';

const indexes = new WeakMap<People, ReadonlyMap<string, Person>>();

function indexOf(people: People): ReadonlyMap<string, Person> {
  const known = indexes.get(people);
  if (known !== undefined) return known;
  const index = new Map<string, Person>();
  for (const person of people.people) {
    const names = [
      person.id,
      person.email?.toLowerCase(),
      person.github && `@${person.github.toLowerCase()}`,
    ];
    for (const name of names) if (name !== undefined && !index.has(name)) index.set(name, person);
  }
  indexes.set(people, index);
  return index;
}

/** The person a field means (rulings B4): by person id, `@login` or e-mail; undefined when nobody is known by it. */
export const findPerson = (people: People, ref: string): Person | undefined =>
  indexOf(people).get(ref) ?? indexOf(people).get(ref.toLowerCase());

import type { Program } from '../program/program.ts';
import { findPerson } from '../record/find-person.ts';

/** A record as a report names it. */
export type Named = { id: string; title: string };

/** The person's name where one is known, else the reference as it was written; null for nobody. */
export const personName = ({ people }: Program, ref: string | undefined): string | null =>
  ref === undefined ? null : (findPerson(people, ref)?.name ?? ref);

/** A team's name: its own `name`, else its title, else the id. */
export function teamName({ records }: Program, id: string | undefined): string | null {
  const record = id === undefined ? undefined : records.get(id);
  return record?.kind === 'team' ? (record.data.name ?? record.data.title) : (id ?? null);
}

/** The first items of a list and how many more there are: a report has one page. */
export type Capped<Item> = { items: readonly Item[]; more: number };

export const capped = <Item>(items: readonly Item[], most: number): Capped<Item> => ({
  items: items.slice(0, most),
  more: Math.max(0, items.length - most),
});

/** Order by keys, earliest part first; undefined comes last. Ties keep their order. */
export const byKeys =
  <Item>(keysOf: (item: Item) => readonly (string | number | undefined)[]) =>
  (a: Item, b: Item): number => {
    const [left, right] = [keysOf(a), keysOf(b)];
    const at = left.findIndex((key, index) => key !== right[index]);
    const [x, y] = [left[at], right[at]];
    if (at === -1 || x === y) return 0;
    if (x === undefined) return 1;
    return y === undefined || x < y ? -1 : 1;
  };

type IdKey = { head: string; number: number; child: number; tail: string };

const NUMBERED = /^([A-Z]+)-(\d{1,9})(?:\.(\d{1,9}))?$/;

function keyOf(id: string): IdKey {
  const [, head, number, child] = NUMBERED.exec(id) ?? [];
  if (head === undefined) return { head: id, number: 0, child: 0, tail: id };
  return { head, number: Number(number), child: Number(child ?? 0), tail: '' };
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const compareKeys = (a: IdKey, b: IdKey): number =>
  byText(a.head, b.head) || a.number - b.number || a.child - b.child || byText(a.tail, b.tail);

/** Order of ids in lists: by prefix, then by number (`R-9` before `R-12`, `G-2.3` before `G-2.10`); dated ids by text. */
export const compareIds = (a: string, b: string): number => compareKeys(keyOf(a), keyOf(b));

/** A new array in the order of `compareIds`. */
export function sortById<Item extends { id: string }>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: keyOf(item.id) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item);
}

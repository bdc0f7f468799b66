import { seededRandom } from '@milepost/shared/schedule/random';

/** `count` of the items, every one equally likely, in their own order. */
export function drawSample<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const next = seededRandom(seed);
  const places = items.map((_, place) => ({ place, key: next() }));
  const chosen = places.toSorted((a, b) => a.key - b.key).slice(0, count);
  const kept = new Set(chosen.map(({ place }) => place));
  return items.filter((_, place) => kept.has(place));
}

/** The same numbers for the same seed, 0 to 1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` of the items, every one equally likely, in their own order. */
export function drawSample<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const next = numbersFrom(seed);
  const places = items.map((_, place) => ({ place, key: next() }));
  const chosen = places.toSorted((a, b) => a.key - b.key).slice(0, count);
  const kept = new Set(chosen.map(({ place }) => place));
  return items.filter((_, place) => kept.has(place));
}

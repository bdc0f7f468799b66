/** Longest title a record may have (domain 1.2). */
const LONGEST = 120;

/** A title that fits: only its middle, the source's own words, is cut. */
export function shorten(before: string, words: string, after = ''): string {
  const room = LONGEST - before.length - after.length;
  const fits = words.length <= room ? words : `${words.slice(0, room - 1).trimEnd()}…`;
  return `${before}${fits}${after}`;
}

/** Lower-case words joined by hyphens, as dated ids end (`MTG-2026-04-02-steering`). */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 36)
    .replace(/-$/, '');

/** A free dated id: the plain one, then with the words, then with a number behind. */
export function datedId(base: string, words: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const named = slug(words) === '' ? base : `${base}-${slug(words)}`;
  if (!used.has(named)) return named;
  for (let count = 2; ; count += 1) {
    if (!used.has(`${named}-${count}`)) return `${named}-${count}`;
  }
}

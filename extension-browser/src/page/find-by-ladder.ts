/**
 * The first element that a ladder of selectors finds, strongest rung first, leaving out whatever lies in `outside`.
 * Sites serve several generations of markup at once, and repeat headers in a sticky copy.
 */
export function findByLadder(
  root: ParentNode,
  ladder: readonly string[],
  outside?: string,
): HTMLElement | undefined {
  for (const rung of ladder) {
    for (const found of root.querySelectorAll<HTMLElement>(rung)) {
      if (!outside || !found.closest(outside)) return found;
    }
  }
  return undefined;
}

/** Trimmed text with white space folded, cut at `limit` characters. `textContent`, because rows may not be laid out. */
export const textOf = (found: Element | null | undefined, limit = 300): string | undefined =>
  found?.textContent?.replace(/\s+/g, ' ').trim().slice(0, limit) || undefined;

/** Tells the developer one line. On stderr, so that a task's own output stays clean. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Seconds since `start` (from `performance.now()`), to one decimal: `3.4 s`. */
export const secondsSince = (start: number): string =>
  `${((performance.now() - start) / 1000).toFixed(1)} s`;

import { loadavg } from 'node:os';

/**
 * One measured figure. `ok` says whether it keeps its budget (design 9); a figure without a budget is always ok.
 * `value` of a time is what the thread computed, `wall` what the clock said: the same on an idle machine, and
 * only the first means anything on a busy one. `load` is the machine's while measuring.
 */
export type Figure = {
  bench: string;
  name: string;
  value: number;
  unit: string;
  budget: number | null;
  ok: boolean;
  wall?: number;
  load?: number;
};

export type Time = { cpu: number; wall: number };

/** The middle one; of an even count the upper. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Milliseconds of one call, by the thread's own clock and by the wall's. */
export function timeOf(work: () => unknown): Time {
  const start = performance.now();
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return { cpu: (user + system) / 1000, wall: performance.now() - start };
}

/** The thread's clock ticks every few milliseconds: short work is repeated until it amounts to something. */
const ENOUGH = 60;
const MOST = 400;

/** Milliseconds of one call: the mean by the thread's clock, the median by the wall's; two calls before are left out. */
export function timeOfMany(work: () => unknown, rounds = 5): Time {
  for (let warm = 0; warm < 2; warm += 1) work();
  const walls: number[] = [];
  let cpu = 0;
  while (walls.length < rounds || (cpu < ENOUGH && walls.length < MOST)) {
    const time = timeOf(work);
    cpu += time.cpu;
    walls.push(time.wall);
  }
  return { cpu: cpu / walls.length, wall: median(walls) };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

export const figureOf = (
  bench: string,
  name: string,
  value: number,
  unit: string,
  budget: number | null = null,
): Figure => ({
  bench,
  name,
  value: rounded(value),
  unit,
  budget,
  ok: budget === null || value <= budget,
  load: rounded(loadavg()[0] ?? 0),
});

/** A time held against its budget by what the thread computed. */
export const timeFigure = (
  bench: string,
  name: string,
  { cpu, wall }: Time,
  budget: number | null = null,
): Figure => ({ ...figureOf(bench, name, cpu, 'ms', budget), wall: rounded(wall) });

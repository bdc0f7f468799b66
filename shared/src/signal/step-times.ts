import type { Release, Step } from '../record/release.ts';
import { epochMinutes } from '../schedule/day-of.ts';

/** When a step runs, in minutes since 1970; undefined without a start. T0 is the start of the change window. */
export function stepTimes(
  release: Release,
  step: Step,
): { start: number; end: number } | undefined {
  const zero = release.change_window?.start;
  const start = step.planned_start
    ? epochMinutes(step.planned_start)
    : zero !== undefined && step.offset_min !== undefined
      ? epochMinutes(zero) + step.offset_min
      : undefined;
  return start === undefined ? undefined : { start, end: start + (step.duration_min ?? 0) };
}

const AHEAD = new Set<Release['status']>(['planned', 'approved', 'executing']);

/** Planned and not over: its steps are still worth checking. */
export const isAhead = ({ status }: Release): boolean => AHEAD.has(status);

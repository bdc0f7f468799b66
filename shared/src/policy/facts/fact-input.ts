import type { Program } from '../../program/program.ts';
import type { Schedule } from '../../schedule/critical-path.ts';
import type { SubjectChange } from '../list-changes.ts';

/** What named facts are computed from; schedules are computed once and only when asked for. */
export type FactInput = {
  before: Program;
  after: Program;
  change: SubjectChange;
  asOf: string;
  scheduleBefore: () => Schedule;
  scheduleAfter: () => Schedule;
};

import type { Program } from '../../program/program.ts';
import type { Milestone } from '../../record/milestone.ts';
import type { Schedule, ScheduleNode } from '../../schedule/critical-path.ts';
import { dependencyFinish } from '../../schedule/dependency-finish.ts';
import { workingCalendar, workingDaysBetween } from '../../schedule/working-days.ts';
import { valueAt } from '../../text/field-value.ts';
import type { FactInput } from './fact-input.ts';

const nodeOf = (schedule: Schedule, id: string): ScheduleNode | undefined =>
  schedule.nodes.find((node) => node.id === id);

const isOpen = ({ status }: Milestone): boolean =>
  status === 'committed' || status === 'in_progress';

const isExternal = (program: Program, id: string | undefined): boolean => {
  const record = program.records.get(id ?? '');
  return record?.kind === 'milestone' && record.data.external_commitment;
};

/** An external milestone other than the changed one would finish after its committed date, and did not before. */
export function breachesExternalCommitment(input: FactInput): boolean {
  const { after, change } = input;
  const promised = after.byKind.milestone.filter(
    ({ id, data }) => id !== change.id && data.external_commitment && isOpen(data),
  );
  if (promised.length === 0) return false;
  return promised.some(({ id, data }) => {
    const date = data.committed_date;
    const late = (schedule: Schedule) => (nodeOf(schedule, id)?.finish ?? '') > (date ?? '9999');
    return date !== undefined && late(input.scheduleAfter()) && !late(input.scheduleBefore());
  });
}

/** The changed milestone has float before and after: re-sequencing inside it moves nobody's date. */
export function floatsStayPositive(input: FactInput): boolean {
  const { id } = input.change;
  const sides = [input.scheduleBefore(), input.scheduleAfter()];
  return sides.every((schedule) => (nodeOf(schedule, id)?.tf ?? 0) > 0);
}

/** Workstreams, other than the changed record's, that own a milestone whose early start moves. */
export function movedWorkstreams(input: FactInput): string[] {
  const { after, change } = input;
  const early = (schedule: Schedule, id: string) => nodeOf(schedule, id)?.es;
  const moved = after.byKind.milestone.filter(
    ({ id }) =>
      id !== change.id && early(input.scheduleBefore(), id) !== early(input.scheduleAfter(), id),
  );
  const workstreams = moved.map(({ data }) => data.workstream);
  return [...new Set(workstreams)].filter((each) => each !== change.workstream).toSorted();
}

const consumerOf = ({ change }: FactInput): string | undefined => {
  const id = valueAt(change.after, ['consumer', 'milestone']);
  return typeof id === 'string' ? id : undefined;
};

/** The dependency comes later than its consumer can bear (domain 2.2). */
export function lateBeyondConsumerFloat(input: FactInput): boolean {
  const { after, change, asOf } = input;
  const record = after.records.get(change.id);
  if (record?.kind !== 'dependency' || record.data.need_by === undefined) return false;
  const finish = dependencyFinish(after, record.data, asOf);
  if (finish === undefined) return false;
  const calendar = workingCalendar(after.charter.calendar);
  const gap = workingDaysBetween(calendar, record.data.need_by, finish);
  // The float is taken before the change: afterwards the lateness has already used it up.
  const float = nodeOf(input.scheduleBefore(), consumerOf(input) ?? '')?.tf ?? 0;
  return gap > 0 && gap > float;
}

export const consumerIsExternal = (input: FactInput): boolean =>
  isExternal(input.after, consumerOf(input));

/** The workstream of the consumer's milestone, where the dependency names one. */
export function consumerWorkstream(input: FactInput): string[] {
  const record = input.after.records.get(consumerOf(input) ?? '');
  return [record?.data.workstream ?? input.change.workstream];
}

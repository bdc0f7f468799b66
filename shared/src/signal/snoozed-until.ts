import type { Program } from '../program/program.ts';
import { dayOf } from '../schedule/day-of.ts';
import type { Signal } from './signal.ts';

/**
 * The last day a signal is snoozed for by a `signal_ack` log entry on one of its records, naming the rule or this very
 * finding. Never for ever: an entry without `until` snoozes nothing.
 */
export function snoozedUntil(
  { records, charter }: Program,
  rule: string,
  { subjects, dedupeKey }: Pick<Signal, 'subjects' | 'dedupeKey'>,
  asOf: string,
): string | undefined {
  const entries = subjects.flatMap((id) => records.get(id)?.data.log ?? []);
  const days = entries.flatMap(({ event, ref, at, until }) => {
    const names = ref === rule || ref === dedupeKey;
    const running = until !== undefined && until >= asOf && dayOf(at, charter.timezone) <= asOf;
    return event === 'signal_ack' && names && running ? [until] : [];
  });
  return days.toSorted().at(-1);
}

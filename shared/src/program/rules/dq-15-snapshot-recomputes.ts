import type { TypedRecord } from '../../record/record-types.ts';
import { dayOf } from '../../schedule/day-of.ts';
import type { Program } from '../program.ts';
import { about, type Rule } from './rule.ts';

type CriterionRecord = TypedRecord<'criterion'>;
type Counts = Record<'applicable' | 'met' | 'waived' | 'not_met' | 'mandatory_unmet', number>;

/** State of a criterion at the end of a day, by its log (readings K0.rewind); undefined when it was not there yet. */
function statusAt({ data }: CriterionRecord, day: string, timezone: string): string | undefined {
  if (data.raised !== undefined && data.raised > day) return undefined;
  const moves = data.log.filter(({ event }) => event === 'status' || event === 'reopen');
  const last = moves.findLast(({ at }) => dayOf(at, timezone) <= day);
  if (last !== undefined) return String(last.to);
  const [first] = moves;
  return first?.from === undefined ? data.status : String(first.from);
}

/** Readings G.19 and G.waived_mandatory: not met is what is neither met nor waived; a waiver does not meet. */
function countAt(program: Program, gate: string, day: string): Counts {
  const judged = program.byKind.criterion
    .filter(({ id }) => id.startsWith(`${gate}.`))
    .map((record) => ({
      mandatory: record.data.mandatory,
      status: statusAt(record, day, program.charter.timezone),
    }))
    .filter(
      ({ status }) => status !== undefined && status !== 'void' && status !== 'not_applicable',
    );
  const count = (test: (each: (typeof judged)[number]) => boolean): number =>
    judged.filter(test).length;
  const met = count(({ status }) => status === 'met');
  const waived = count(({ status }) => status === 'waived');
  return {
    applicable: judged.length,
    met,
    waived,
    not_met: judged.length - met - waived,
    mandatory_unmet: count(({ status, mandatory }) => mandatory && status !== 'met'),
  };
}

/**
 * DQ-15: the counts stored with a gate decision are those its criteria had on that day. The state of the day is read
 * from the criteria's logs, since the core sees no commits; whether sign-offs were valid then is not recomputed.
 */
export const snapshotRecomputes: Rule = {
  id: 'DQ-15',
  check: ({ program }) =>
    program.byKind.gate.flatMap((gate) => {
      const snapshot = gate.data.decision?.snapshot;
      if (snapshot === undefined || gate.data.status === 'void') return [];
      const counts = countAt(program, gate.id, snapshot.as_of);
      return (Object.keys(counts) as (keyof Counts)[])
        .filter((name) => counts[name] !== snapshot[name])
        .map((name) =>
          about(gate, {
            rule: 'DQ-15',
            code: 'snapshot-differs',
            severity: 'warn',
            path: ['decision', 'snapshot', name],
            facts: { name, stored: snapshot[name], counted: counts[name] },
          }),
        );
    }),
};

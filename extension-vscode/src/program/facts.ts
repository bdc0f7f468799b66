import type { Badge } from '@milepost/shared/context/badge';
import { recordBadges } from '@milepost/shared/context/badges-for';
import type { Program } from '@milepost/shared/program/program';
import { assessGate } from '@milepost/shared/readiness/assess-gate';
import type { GateAssessment } from '@milepost/shared/readiness/assessment';
import type { AnyRecord } from '@milepost/shared/record/record-types';

/** A program seen on one day: everything computed, nothing stored, each figure worked out once. */
export type ProgramFacts = {
  program: Program;
  /** `YYYY-MM-DD`. */
  asOf: string;
  badge(record: AnyRecord): Badge | undefined;
  assess(gate: string): GateAssessment | undefined;
};

function remember<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Value;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

/** A row names its record: what is over is shown too, and in an editor also what is classified (rulings A6). */
const badgeOf = (record: AnyRecord, program: Program, asOf: string): Badge | undefined =>
  recordBadges(
    [{ record, reasons: [{ rule: 'mention', value: record.id }] }],
    program,
    asOf,
    {},
    { shownIn: 'own' },
  )[0];

/** Sign-offs are assessed on what the files say (L0): nothing is asked of a host to draw a tree. */
export const programFacts = (program: Program, asOf: string): ProgramFacts => ({
  program,
  asOf,
  badge: remember((record) => badgeOf(record, program, asOf)),
  assess: remember((gate) => assessGate(program, gate, asOf)),
});

import { fieldOf, isSaid } from '../../record/guards/guard.ts';
import { guardsFor } from '../../record/guards/guards.ts';
import type { AnyRecord } from '../../record/record-types.ts';
import { recordTypes } from '../../record/record-types.ts';
import type { Draft } from '../place-findings.ts';
import { about, type Rule } from './rule.ts';

/**
 * Rulings B4: capture needs a title, so what the first state asks for is a wish. An active workstream without a lead
 * stays an error (domain 1.5).
 */
const severityOf = ({ kind, data }: AnyRecord): Draft['severity'] =>
  kind !== 'workstream' && data.status === recordTypes[kind].lifecycle.states[0] ? 'warn' : 'error';

/** The field itself when it is there, its parent when that is, else the status that asks for it. */
function placeOf(record: AnyRecord, field: string | undefined): readonly string[] {
  const parts = field?.split('.') ?? [];
  for (let length = parts.length; length > 0; length -= 1) {
    const path = parts.slice(0, length);
    if (isSaid(fieldOf(record.data, path.join('.')))) return path;
  }
  return ['status'];
}

/** DQ-08: a record has what its state asks for: required fields and the guards of its type (domain part 1). */
export const requiredPerState: Rule = {
  id: 'DQ-08',
  check: ({ program, asOf }) =>
    [...program.records.values()].flatMap((record) =>
      guardsFor(program, record, record.data.status, asOf).map(({ code, field, facts }) =>
        about(record, {
          rule: 'DQ-08',
          code,
          severity: severityOf(record),
          path: placeOf(record, field),
          ...(field === undefined ? {} : { field }),
          facts: { state: record.data.status, ...facts },
        }),
      ),
    ),
};

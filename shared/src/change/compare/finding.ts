import type { RecordKind } from '../../record/record-types.ts';
import type { PlainMap } from '../../text/field-value.ts';
import type { ProgramChange } from '../program-change.ts';

/** One record on both sides. */
export type Both = {
  id: string;
  kind: RecordKind;
  title: string;
  before: PlainMap;
  after: PlainMap;
};

/** Part of what happened to it, and the fields it speaks for. */
export type Finding = Pick<ProgramChange, 'code' | 'facts'> & { fields: readonly string[] };

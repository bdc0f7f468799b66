import type { RecordKind, TypedRecord } from '../record/record-types.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ReportRefusal, ReportView } from './report-options.ts';

/** The record a report is about; refused when it is absent, of another kind or above the audience. */
export function recordFor<Kind extends RecordKind>(
  view: ReportView,
  kind: Kind,
  id: string,
): Result<TypedRecord<Kind>, ReportRefusal> {
  const record = view.program.records.get(id);
  if (record === undefined) return fail({ code: 'not-found', id });
  if (!view.sight.shows(id)) return fail({ code: 'classified', id });
  if (record.kind !== kind) return fail({ code: 'wrong-kind', id });
  return ok(view.program.byKind[kind].find((each) => each.id === id) as TypedRecord<Kind>);
}

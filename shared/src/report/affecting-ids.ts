import { relationsOf } from '../health/relations.ts';
import type { ReportView } from './report-options.ts';

/** Ids of risks, issues and decisions that affect one of these records in any of the ways that health counts. */
export const affectingIds = (
  { program }: ReportView,
  ids: Iterable<string | undefined>,
): ReadonlySet<string> => {
  const { affecting } = relationsOf(program);
  const known = [...ids].filter((id) => id !== undefined);
  return new Set(known.flatMap((id) => affecting(id).map((record) => record.id)));
};

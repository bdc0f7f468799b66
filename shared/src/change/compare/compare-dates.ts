import type { Charter } from '../../record/charter.ts';
import { calendarOf, workingDaysBetween } from '../../schedule/working-days.ts';
import type { ChangeCode } from '../program-change.ts';
import type { Both, Finding } from './finding.ts';

/** Dates people plan with, and what their move is called. */
const MOVES: readonly { field: string; code: ChangeCode; with: readonly string[] }[] = [
  { field: 'forecast_date', code: 'forecast-moved', with: ['forecast_history'] },
  {
    field: 'committed_date',
    code: 'committed-date-moved',
    with: ['baseline_history', 'baseline_date'],
  },
  { field: 'need_by', code: 'date-set', with: [] },
  { field: 'due', code: 'date-set', with: ['due_history', 'original_due'] },
  { field: 'review_date', code: 'date-set', with: [] },
  { field: 'needed_by', code: 'date-set', with: [] },
];

function moved(charter: Charter, { before, after }: Both, move: (typeof MOVES)[number]): Finding[] {
  const [from, to] = [before[move.field], after[move.field]];
  if (from === to || typeof to !== 'string') return [];
  const fields = [move.field, ...move.with];
  if (typeof from !== 'string') {
    return [{ code: 'date-set', fields, facts: { field: move.field, to } }];
  }
  const days = workingDaysBetween(calendarOf(charter), from, to);
  return [{ code: move.code, fields, facts: { field: move.field, from, to, days } }];
}

/** A forecast entry more and the same date: somebody said that it still holds. */
function confirmed({ before, after }: Both): Finding[] {
  const [old, now] = [before.forecast_history, after.forecast_history];
  if (!Array.isArray(old) || !Array.isArray(now) || now.length <= old.length) return [];
  if (before.forecast_date !== after.forecast_date) return [];
  const facts = { date: String(after.forecast_date ?? '') };
  return [{ code: 'forecast-confirmed', fields: ['forecast_history'], facts }];
}

/** Moves of planning dates; `days` are working days, positive is later. */
export const compareDates = (charter: Charter, both: Both): Finding[] => [
  ...MOVES.flatMap((move) => moved(charter, both, move)),
  ...confirmed(both),
];

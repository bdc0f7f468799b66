import { isTerminal } from '../../record/lifecycle.ts';
import { recordTypes } from '../../record/record-types.ts';
import { ok } from '../../result.ts';
import { notInPast } from '../day-check.ts';
import { changeRecord } from '../edit-of.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { append, findTarget, setFields } from '../target.ts';

/** The owner may move a forecast at any time without approval (rulings C8); the history keeps every move. */
export type MoveForecast = {
  intent: 'move-forecast';
  id: string;
  date: string;
  reason?: string;
  confidence?: 'low' | 'medium' | 'high';
};

export function planMoveForecast(intent: MoveForecast, context: PlanContext): Planned {
  const { id, date, reason, confidence } = intent;
  const target = findTarget(context, id, 'milestone', 'dependency');
  if (!target.ok) return target;
  const { kind, status, data } = target.value;
  if (isTerminal(recordTypes[kind].lifecycle, status))
    return refuse('record-is-over', { id, status });
  if (data.forecast_date === date) return refuse('forecast-unchanged', { id, date });
  const past = notInPast(context, 'forecast_date', date);
  if (past !== undefined) return past;
  const entry = filled({ as_of: context.today, date, by: context.by, reason, confidence });
  const ops = [
    ...setFields(target.value, { forecast_date: date }),
    append('forecast_history', entry),
  ];
  return ok(changeRecord(intent.intent, target.value, `Move forecast of ${id} to ${date}`, ops));
}

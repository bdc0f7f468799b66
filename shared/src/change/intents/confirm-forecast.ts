import { isTerminal } from '../../record/lifecycle.ts';
import { recordTypes } from '../../record/record-types.ts';
import { ok } from '../../result.ts';
import { changeRecord } from '../edit-of.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { append, findTarget } from '../target.ts';

/** The forecast still holds: an entry with today's date and the same day, which keeps it from going stale. */
export type ConfirmForecast = {
  intent: 'confirm-forecast';
  id: string;
  confidence?: 'low' | 'medium' | 'high';
};

export function planConfirmForecast(intent: ConfirmForecast, context: PlanContext): Planned {
  const { id, confidence } = intent;
  const target = findTarget(context, id, 'milestone', 'dependency');
  if (!target.ok) return target;
  const { kind, status, data } = target.value;
  if (isTerminal(recordTypes[kind].lifecycle, status))
    return refuse('record-is-over', { id, status });
  const date = data.forecast_date;
  if (typeof date !== 'string') return refuse('no-forecast', { id }, [context.by]);
  if (date < context.today) return refuse('forecast-is-past', { id, date }, [context.by]);
  const entry = filled({ as_of: context.today, date, by: context.by, confidence });
  const ops = [append('forecast_history', entry)];
  return ok(changeRecord(intent.intent, target.value, `Confirm forecast of ${id}: ${date}`, ops));
}

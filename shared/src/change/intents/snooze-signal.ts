import { ok } from '../../result.ts';
import { addDays } from '../../schedule/working-days.ts';
import { mustSay, notInPast } from '../day-check.ts';
import { changeRecord } from '../edit-of.ts';
import { logSnooze } from '../log-entry.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { findTarget } from '../target.ts';

/** A signal seen and put to sleep until a day, with a reason; it comes back by itself (domain part 4). */
export type SnoozeSignal = {
  intent: 'snooze-signal';
  id: string;
  /** `S-01` … */
  signal: string;
  until: string;
  note: string;
};

const LONGEST_DAYS = 92;

export function planSnoozeSignal(intent: SnoozeSignal, context: PlanContext): Planned {
  const { id, signal, until, note } = intent;
  if (!/^S-\d{2}$/.test(signal)) return refuse('unknown-signal', { signal });
  const target = findTarget(context, id);
  if (!target.ok) return target;
  const latest = addDays(context.today, LONGEST_DAYS);
  if (until > latest) return refuse('snooze-too-long', { until, latest });
  const refusal = mustSay(context, 'note', note) ?? notInPast(context, 'until', until);
  if (refusal !== undefined) return refusal;
  const ops = [logSnooze(context, signal, until, note)];
  return ok(
    changeRecord(intent.intent, target.value, `Snooze ${signal} on ${id} until ${until}`, ops),
  );
}

import type { ChangeRequest } from '../record/change-request.ts';
import { addWorkingDays } from '../schedule/working-days.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

function judge(view: SignalView, change: ChangeRequest): Found[] {
  const { id, status, urgency, submitted_on, assessed_on, implemented_on } = change;
  const over = (code: string, from: string, limit: number): Found[] => {
    const days = view.wd(from, view.asOf);
    if (days <= limit) return [];
    const since = addWorkingDays(view.calendar, from, limit + 1);
    return [{ code, severity: 'warn', subjects: [id], facts: { days, from }, since }];
  };
  if (assessed_on !== undefined) return [];
  if (urgency === 'emergency' && status === 'implemented' && implemented_on !== undefined) {
    return over('emergency-unreviewed', implemented_on, view.limit('emergency_days', 2));
  }
  if (status !== 'submitted' || submitted_on === undefined) return [];
  return over('unassessed', submitted_on, view.limit('days', 5));
}

/** S-39: a change nobody assessed within a week, or an emergency nobody looked at afterwards. */
export const changeUnassessed: SignalDefinition = {
  rule: 'S-39',
  detect: (view) => view.all('change').flatMap((change) => judge(view, change)),
};

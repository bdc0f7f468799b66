import { groupBy } from '../kpi/group-by.ts';
import type { Meeting } from '../record/report.ts';
import { dayAfter } from './later.ts';
import type { Found, SignalDefinition } from './signal.ts';

const isEmpty = ({ decisions, actions }: Meeting): boolean =>
  decisions.length === 0 && actions.length === 0;

/** S-31: a forum met twice without deciding or assigning anything; or minutes are owed. */
export const emptyMeetings: SignalDefinition = {
  rule: 'S-31',
  detect: ({ all, day, asOf }) => {
    const held = all('meeting')
      .filter(({ at, status }) => at !== undefined && status !== 'cancelled' && day(at) <= asOf)
      .toSorted((a, b) => ((a.at as string) < (b.at as string) ? -1 : 1));
    const empty = [...groupBy(held, ({ forum }) => forum ?? '')].flatMap(
      ([forum, met]): Found[] => {
        const last = met.slice(-2);
        if (forum === '' || last.length < 2 || !last.every(isEmpty)) return [];
        const subjects = last.map(({ id }) => id);
        const since = day((last[1] as Meeting).at as string);
        return [{ code: 'no-outcome', severity: 'info', subjects, facts: { forum }, since }];
      },
    );
    const owed = held.flatMap(
      ({ id, minutes_due_at: dueAt, minutes_published_at: done }): Found[] => {
        const due = dueAt === undefined ? undefined : day(dueAt);
        if (due === undefined || due >= asOf || (done !== undefined && day(done) <= asOf))
          return [];
        const since = dayAfter(due);
        return [{ code: 'minutes-owed', severity: 'info', subjects: [id], facts: { due }, since }];
      },
    );
    return [...empty, ...owed];
  },
};

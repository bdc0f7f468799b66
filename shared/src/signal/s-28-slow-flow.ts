import { median } from '../kpi/average.ts';
import type { AnyRecord } from '../record/record-types.ts';
import { addDays, daysBetween } from '../schedule/working-days.ts';
import type { TrackerItem } from './activity.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

function keysOf({ kind, data }: AnyRecord): readonly string[] {
  const own = data.external.map(({ key }) => key);
  if (kind !== 'dependency') return own;
  return [...own, data.provider.item, data.consumer.item].filter((key) => key !== undefined);
}

function blocked(view: SignalView, byKey: ReadonlyMap<string, TrackerItem>): Found[] {
  return [...view.program.records.values()].flatMap((record) =>
    keysOf(record).flatMap((key): Found[] => {
      const since = byKey.get(key)?.blockedSince;
      const from = since === undefined ? undefined : view.day(since);
      if (from === undefined || from > view.asOf || record.data.status === 'void') return [];
      const days = view.wd(from, view.asOf);
      if (days <= view.limit('days', 3)) return [];
      const subjects = [record.id, key];
      return [{ code: 'blocked', severity: 'warn', subjects, facts: { key, days }, since: from }];
    }),
  );
}

/** Calendar days from start to end of the items finished in a span of days. */
function cycleTimes(view: SignalView, from: string, to: string): number[] {
  return (view.activity.trackerItems ?? []).flatMap(({ startedAt, doneAt }) => {
    if (startedAt === undefined || doneAt === undefined) return [];
    const done = view.day(doneAt);
    return done >= from && done <= to ? [daysBetween(view.day(startedAt), done)] : [];
  });
}

function slower(view: SignalView): Found[] {
  const recent = cycleTimes(view, addDays(view.asOf, -13), view.asOf);
  const before = cycleTimes(view, addDays(view.asOf, -73), addDays(view.asOf, -14));
  const least = view.limit('items', 8);
  const [now, then] = [median(recent), median(before)];
  if (recent.length < least || before.length < least || now === null || then === null) return [];
  if (now <= view.limit('times', 1.5) * then) return [];
  const facts = { now, then, items: recent.length };
  return [{ code: 'slower', severity: 'warn', subjects: ['program'], facts }];
}

/** S-28: linked work is blocked, or work takes much longer than it used to. */
export const slowFlow: SignalDefinition = {
  rule: 'S-28',
  needs: ['trackerItems'],
  detect: (view) => {
    const items = view.activity.trackerItems ?? [];
    return [...blocked(view, new Map(items.map((item) => [item.key, item]))), ...slower(view)];
  },
};

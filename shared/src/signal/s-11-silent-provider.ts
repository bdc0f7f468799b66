import type { Dependency } from '../record/dependency.ts';
import { addDays, daysBetween } from '../schedule/working-days.ts';
import { latest } from './later.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

function lastWord(view: SignalView, dependency: Dependency): string | undefined {
  const { log, forecast_history, external, provider, raised } = dependency;
  const keys = new Set([provider.item, ...external.map(({ key }) => key)]);
  const linked = (view.activity.trackerItems ?? []).filter(({ key }) => keys.has(key));
  const days = [
    raised,
    ...log.map(({ at }) => view.day(at)),
    ...forecast_history.map(({ as_of }) => as_of),
    ...linked.map(({ updatedAt }) => (updatedAt === undefined ? undefined : view.day(updatedAt))),
  ];
  return latest(days.filter((day) => (day ?? '') <= view.asOf));
}

function judge(view: SignalView, dependency: Dependency): Found[] {
  const last = lastWord(view, dependency);
  const silence = view.limit('days', 14);
  if (last === undefined || daysBetween(last, view.asOf) <= silence) return [];
  const facts = { last, days: daysBetween(last, view.asOf), team: dependency.provider.team };
  const since = addDays(last, silence + 1);
  return [{ code: 'silent', severity: 'warn', subjects: [dependency.id], facts, since }];
}

/** S-11: a provider who promised and has not been heard of for two weeks, in the record or its linked items. */
export const silentProvider: SignalDefinition = {
  rule: 'S-11',
  detect: (view) =>
    view
      .all('dependency')
      .filter(({ status }) => status === 'committed' || status === 'in_progress')
      .flatMap((dependency) => judge(view, dependency)),
};

import { dependencyForecast, dependencyGap, isUnresolved } from '../health/dependency-figures.ts';
import type { Dependency } from '../record/dependency.ts';
import { isExternal } from './is-open.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

function judge(view: SignalView, dependency: Dependency): Found | undefined {
  const { program, asOf, floatOf } = view;
  const gap = dependencyGap(program, dependency, asOf);
  if (gap === undefined || gap <= 0) return undefined;
  const consumer = program.records.get(dependency.consumer.milestone ?? '');
  const float = floatOf(consumer?.id);
  const external = consumer?.kind === 'milestone' && isExternal(consumer.data);
  const critical = external || (float !== undefined && gap > float);
  return {
    code: 'late-for-need',
    severity: critical ? 'critical' : 'high',
    subjects: consumer ? [dependency.id, consumer.id] : [dependency.id],
    facts: {
      gap,
      need_by: dependency.need_by,
      forecast: dependencyForecast(program, dependency, asOf)?.date,
      float,
      external,
    },
  };
}

/** S-08: needed before the provider will have it. */
export const neededBeforeForecast: SignalDefinition = {
  rule: 'S-08',
  detect: (view) =>
    view
      .all('dependency')
      .filter(isUnresolved)
      .map((dependency) => judge(view, dependency))
      .filter((found) => found !== undefined),
};

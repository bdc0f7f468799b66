import type { Policy } from '../record/charter.ts';
import type { Bound, KpiDefinition, KpiStatus, Measured, Target, Trend } from './kpi.ts';

const meets = (value: number, [sign, limit]: Bound): boolean => {
  if (sign === '>=') return value >= limit;
  if (sign === '>') return value > limit;
  return sign === '<=' ? value <= limit : value < limit;
};

/** policy.yaml may give `kpi_targets: {milestone_on_time: {ok: 90, warn: 80}}`, by key or by number. */
export function targetOf(
  { key, number, target }: KpiDefinition,
  policy: Policy,
): Target | undefined {
  const given = policy.kpi_targets[key] ?? policy.kpi_targets[String(number)];
  if (target === undefined || typeof given !== 'object' || given === null) return target;
  const own = given as { ok?: unknown; warn?: unknown };
  const bound = ([sign, limit]: Bound, other: unknown): Bound => [
    sign,
    typeof other === 'number' ? other : limit,
  ];
  return { ok: bound(target.ok, own.ok), warn: bound(target.warn, own.warn) };
}

/** Status by target, or by trend where none is set: ok unless worsening (readings G.22). */
export function judgeKpi(
  definition: KpiDefinition,
  measured: Measured,
  trend: Trend | null,
  policy: Policy,
): KpiStatus {
  if (measured.value === null) return 'no_data';
  const target = targetOf(definition, policy);
  if (target === undefined) return trend === 'worsening' ? 'warn' : 'ok';
  const value = definition.judged ? definition.judged(measured) : measured.value;
  if (value === null) return 'no_data';
  const full = definition.okOnlyIf?.(measured) ?? true;
  if (full && meets(value, target.ok)) return 'ok';
  return meets(value, target.warn) ? 'warn' : 'breach';
}

/** Against the previous window: within 5% stable; from 0 only an equal figure is stable (readings G.23). */
export function trendOf(
  better: KpiDefinition['better'],
  now: number | null,
  before: number | null,
): Trend | null {
  if (now === null || before === null) return null;
  const [current, previous] = better === 'zero' ? [Math.abs(now), Math.abs(before)] : [now, before];
  const change = current - previous;
  if (Math.abs(change) <= 0.05 * Math.abs(previous)) return 'stable';
  return change > 0 === (better === 'up') ? 'improving' : 'worsening';
}

import type { Program } from '../program/program.ts';
import { findPerson, personId } from '../readiness/roles.ts';
import type { Dependency } from '../record/dependency.ts';
import { dayOf } from '../schedule/day-of.ts';
import { calendarOf, daysBetween, workingDaysBetween } from '../schedule/working-days.ts';

/** Domain 2.2's F, and where it comes from. */
export type DependencyForecast = {
  date: string;
  source: 'delivered' | 'forecast' | 'committed' | 'proposal' | 'milestone';
};

export const isUnresolved = ({ status }: Pick<Dependency, 'status'>): boolean =>
  !['accepted', 'declined', 'cancelled', 'void'].includes(status);

/** Readings D.proposal: the last one up to `asOf` by the provider's owner or somebody of the provider's team. */
export function lastProviderProposal(
  program: Program,
  { proposals, provider }: Dependency,
  asOf: string,
): Dependency['proposals'][number] | undefined {
  const { timezone } = program.charter;
  const isProvider = (by: string): boolean =>
    (provider.owner !== undefined && personId(program, by) === personId(program, provider.owner)) ||
    (provider.team !== undefined && findPerson(program, by)?.team === provider.team);
  return proposals
    .filter(({ at, by }) => dayOf(at, timezone) <= asOf && isProvider(by))
    .toSorted((a, b) => (dayOf(a.at, timezone) < dayOf(b.at, timezone) ? -1 : 1))
    .at(-1);
}

function milestoneDate(program: Program, id: string | undefined): string | undefined {
  const record = id === undefined ? undefined : program.records.get(id);
  if (record?.kind !== 'milestone') return undefined;
  return record.data.actual_date ?? record.data.forecast_date;
}

/**
 * When the provider will have delivered (domain 2.2, readings D): delivered on, else forecast, else committed, else the
 * provider's last proposal, else the provider milestone's actual or forecast date. Undefined means unknown, never "now".
 */
export function dependencyForecast(
  program: Program,
  dependency: Dependency,
  asOf: string,
): DependencyForecast | undefined {
  const { delivered_on, forecast_date, committed_date } = dependency;
  const candidates: [string | undefined, DependencyForecast['source']][] = [
    [delivered_on, 'delivered'],
    [forecast_date, 'forecast'],
    [committed_date, 'committed'],
    [lastProviderProposal(program, dependency, asOf)?.date, 'proposal'],
    [milestoneDate(program, dependency.provider.milestone), 'milestone'],
  ];
  const [date, source] = candidates.find(([each]) => each !== undefined) ?? [];
  return date === undefined || source === undefined ? undefined : { date, source };
}

/** Working days from `need_by` to F; positive is late; undefined when either is unknown. */
export function dependencyGap(
  program: Program,
  dependency: Dependency,
  asOf: string,
): number | undefined {
  const forecast = dependencyForecast(program, dependency, asOf);
  if (forecast === undefined || dependency.need_by === undefined) return undefined;
  return workingDaysBetween(calendarOf(program.charter), dependency.need_by, forecast.date);
}

/** Readings G.25: the day it was accepted, or of the log entry that declined or cancelled it. */
function resolvedDay(dependency: Dependency, timezone: string): string | undefined {
  if (isUnresolved(dependency)) return undefined;
  const entry = dependency.log.findLast(
    ({ event, to }) => event === 'status' && to === dependency.status,
  );
  return dependency.accepted_on ?? (entry && dayOf(entry.at, timezone));
}

/** Calendar days from `raised` to the day it was resolved, else to `asOf`; undefined without `raised`. */
export function dependencyAge(
  program: Program,
  dependency: Dependency,
  asOf: string,
): number | undefined {
  const { raised } = dependency;
  if (raised === undefined) return undefined;
  const resolved = resolvedDay(dependency, program.charter.timezone);
  return daysBetween(raised, resolved !== undefined && resolved < asOf ? resolved : asOf);
}

/** Domain S-09: default lead time of a need without its own, working days (readings G.26). */
const LEAD_TIME = 20;

/** No committed date although what is left until `need_by` is no more than the lead time. */
export function isUncommittedInsideLeadTime(
  program: Program,
  dependency: Dependency,
  asOf: string,
): boolean {
  const { status, need_by, committed_date, lead_time_days } = dependency;
  if (need_by === undefined || committed_date !== undefined) return false;
  if (!['identified', 'requested', 'negotiating'].includes(status)) return false;
  const left = workingDaysBetween(calendarOf(program.charter), asOf, need_by);
  return left <= (lead_time_days ?? LEAD_TIME);
}

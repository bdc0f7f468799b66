import type { Program } from '../program/program.ts';
import type { Dependency } from '../record/dependency.ts';
import { dayOf } from './day-of.ts';

/** Somebody of the provider's side: its owner or a member of its team (readings D.proposal). */
function isProvider(program: Program, provider: Dependency['provider'], person: string): boolean {
  if (person === provider.owner) return true;
  const team = program.people.people.find((each) => each.id === person)?.team;
  return team !== undefined && team === provider.team;
}

/** The milestone that provides, when it is one of this program's. */
export const providerMilestone = (program: Program, dependency: Dependency) => {
  const record = program.records.get(dependency.provider.milestone ?? '');
  return record?.kind === 'milestone' ? record.data : undefined;
};

/**
 * F of a dependency (domain 2.2): delivered, else forecast, committed, the provider's last proposal up to `asOf`,
 * or the providing milestone's date. Undefined is "unknown", never a date made up.
 */
export function dependencyFinish(
  program: Program,
  dependency: Dependency,
  asOf: string,
): string | undefined {
  const { delivered_on, forecast_date, committed_date, provider, proposals } = dependency;
  const known = delivered_on ?? forecast_date ?? committed_date;
  if (known !== undefined) return known;
  const proposal = proposals.findLast(
    ({ at, by }) =>
      dayOf(at, program.charter.timezone) <= asOf && isProvider(program, provider, by),
  );
  if (proposal !== undefined) return proposal.date;
  const milestone = providerMilestone(program, dependency);
  return milestone?.actual_date ?? milestone?.forecast_date;
}

import { dependencyForecast } from '../health/dependency-figures.ts';
import type { Program } from '../program/program.ts';
import type { Dependency } from '../record/dependency.ts';

/** The milestone that provides, when it is one of this program's. */
export const providerMilestone = (program: Program, dependency: Dependency) => {
  const record = program.records.get(dependency.provider.milestone ?? '');
  return record?.kind === 'milestone' ? record.data : undefined;
};

/** F of a dependency (domain 2.2). Undefined is "unknown", never a date made up. */
export const dependencyFinish = (
  program: Program,
  dependency: Dependency,
  asOf: string,
): string | undefined => dependencyForecast(program, dependency, asOf)?.date;

import {
  dependencyForecast,
  dependencyGap,
  isUncommittedInsideLeadTime,
  isUnresolved,
} from '../../health/dependency-figures.ts';
import type { Dependency } from '../../record/dependency.ts';
import type { Signal } from '../../signal/signal.ts';
import { byKeys, type Capped, capped, type Named, personName, teamName } from '../name-of.ts';
import type { ReportView } from '../report-options.ts';

export type DependencyLine = Named & {
  provider: string | null;
  providerOwner: string | null;
  consumer: string | null;
  /** Milestone that waits for it. */
  milestone: string | null;
  needBy: string | null;
  /** When it is expected, and who says so; null when nobody does. */
  offered: string | null;
  source: string | null;
  /** Working days after the need; positive is late, null unknown. */
  gap: number | null;
  committed: boolean;
  /** Why it is listed. */
  because: readonly ('late' | 'uncommitted' | 'critical-path' | 'no-provider' | 'blocked')[];
};

const MOST = 5;

/** Asked for, and nobody on the other side answers for it. */
const isUnowned = ({ status, provider }: Dependency): boolean =>
  provider.owner === undefined && status !== 'identified';

function because(view: ReportView, dependency: Dependency, loose: ReadonlySet<string>) {
  const { program, asOf } = view;
  const found: [boolean, DependencyLine['because'][number]][] = [
    [(dependencyGap(program, dependency, asOf) ?? 0) > 0, 'late'],
    [isUncommittedInsideLeadTime(program, dependency, asOf), 'uncommitted'],
    [loose.has(dependency.id), 'critical-path'],
    [isUnowned(dependency), 'no-provider'],
    [dependency.blocked !== undefined, 'blocked'],
  ];
  return found.filter(([holds]) => holds).map(([, reason]) => reason);
}

function lineOf(
  view: ReportView,
  dependency: Dependency,
  loose: ReadonlySet<string>,
): DependencyLine {
  const { program, asOf } = view;
  const { id, title, provider, consumer, need_by, committed_date } = dependency;
  const forecast = dependencyForecast(program, dependency, asOf);
  return {
    id,
    title,
    provider: teamName(program, provider.team),
    providerOwner: personName(program, provider.owner),
    consumer: teamName(program, consumer.team),
    milestone: consumer.milestone ?? null,
    needBy: need_by ?? null,
    offered: forecast?.date ?? null,
    source: forecast?.source ?? null,
    gap: dependencyGap(program, dependency, asOf) ?? null,
    committed: committed_date !== undefined,
    because: because(view, dependency, loose),
  };
}

/** Dependencies that are late, not promised inside their lead time, loose on the critical path (S-08 to S-10) or blocked. */
export function looseDependencies(
  view: ReportView,
  signals: readonly Signal[],
): Capped<DependencyLine> {
  const loose = new Set(
    signals.filter(({ rule }) => rule === 'S-10').flatMap(({ subjects }) => subjects.slice(0, 1)),
  );
  const lines = view.program.byKind.dependency
    .map(({ data }) => data)
    .filter((dependency) => isUnresolved(dependency) && because(view, dependency, loose).length > 0)
    .filter(({ id }) => view.sight.shows(id))
    .map((dependency) => lineOf(view, dependency, loose));
  const latestFirst = byKeys<DependencyLine>(({ gap, needBy }) => [
    -Math.max(0, gap ?? 0),
    needBy ?? undefined,
  ]);
  return capped(lines.toSorted(latestFirst), MOST);
}

import type { Program } from '../program/program.ts';
import type { Dependency } from '../record/dependency.ts';
import type { Milestone } from '../record/milestone.ts';
import { dependencyFinish, providerMilestone } from './dependency-finish.ts';
import type { PlainLink } from './network.ts';

/** A link of the plan, and the dependency it stands for where it does. */
export type ProgramLink = Required<PlainLink> & { dependency?: string };

export type ProgramLinks = {
  links: ProgramLink[];
  /** Dependencies that stand in the plan by themselves, with the day they finish. */
  pseudo: ReadonlyMap<string, string>;
  /** Dependencies nobody gave a date for: they bind nothing, and the reader is told. */
  unknown: readonly string[];
};

/** Readings C.dependencies: requested … delivered. */
const BINDING = new Set<Dependency['status']>([
  'requested',
  'negotiating',
  'committed',
  'in_progress',
  'delivered',
]);

/** Readings C.parked: what is put off, cancelled or void leaves the plan with its links. */
export const isPlanned = ({ status }: Milestone): boolean =>
  status !== 'cancelled' && status !== 'deferred' && status !== 'void';

type Predecessor = Milestone['predecessors'][number];
type Tie = { type: ProgramLink['type']; lag: number };

class LinkCollector {
  readonly links: ProgramLink[] = [];
  readonly pseudo = new Map<string, string>();
  readonly unknown = new Set<string>();
  private readonly listed = new Set<string>();
  private readonly program: Program;
  private readonly asOf: string;

  constructor(program: Program, asOf: string) {
    this.program = program;
    this.asOf = asOf;
  }

  addPredecessor(consumer: string, { on, type, lag_days: lag }: Predecessor): void {
    const record = this.program.records.get(on);
    if (record?.kind === 'dependency') this.addDependency(record.data, consumer, { type, lag });
    else if (record?.kind === 'milestone' && isPlanned(record.data)) {
      this.links.push({ from: on, to: consumer, type, lag });
    }
  }

  /** One link per dependency and consumer: the listed one comes first and wins. */
  addDependency(dependency: Dependency, consumer: string, tie: Tie): void {
    const key = `${dependency.id} ${consumer}`;
    if (!BINDING.has(dependency.status) || this.listed.has(key)) return;
    this.listed.add(key);
    const from = this.sourceOf(dependency);
    if (from) this.links.push({ from, to: consumer, ...tie, dependency: dependency.id });
  }

  private sourceOf(dependency: Dependency): string | undefined {
    const provider = providerMilestone(this.program, dependency);
    if (provider) return isPlanned(provider) ? provider.id : undefined;
    const finish = dependencyFinish(this.program, dependency, this.asOf);
    if (finish === undefined) {
      this.unknown.add(dependency.id);
      return undefined;
    }
    this.pseudo.set(dependency.id, finish);
    return dependency.id;
  }
}

/** Links between milestones: listed predecessors, and dependencies from provider to consumer (domain 2.4). */
export function linksOf(program: Program, asOf: string): ProgramLinks {
  const collector = new LinkCollector(program, asOf);
  for (const { data } of program.byKind.milestone) {
    if (!isPlanned(data)) continue;
    for (const each of data.predecessors) collector.addPredecessor(data.id, each);
  }
  for (const { data } of program.byKind.dependency) {
    const consumer = program.records.get(data.consumer.milestone ?? '');
    if (consumer?.kind !== 'milestone' || !isPlanned(consumer.data)) continue;
    collector.addDependency(data, consumer.id, { type: data.link_type, lag: data.lag_days });
  }
  const { links, pseudo, unknown } = collector;
  return { links, pseudo, unknown: [...unknown] };
}

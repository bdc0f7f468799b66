import { groupBy } from '../kpi/group-by.ts';
import type { Program } from '../program/program.ts';
import type { Milestone } from '../record/milestone.ts';
import { dependencyFinish } from './dependency-finish.ts';
import { type PlainNode, packNetwork } from './network.ts';
import { type OrderedNetwork, orderNetwork } from './order-network.ts';
import { isPlanned, linksOf, type ProgramLink, type ProgramLinks } from './program-links.ts';
import { pertMean, type ThreePoint } from './three-point.ts';
import { type Timeline, timelineOf } from './timeline.ts';
import { calendarOf, type WorkingCalendar, workingDaysBetween } from './working-days.ts';

/** The plan of a program as a network, with what is needed to read the answer. */
export type PlanNetwork = {
  network: OrderedNetwork;
  timeline: Timeline;
  calendar: WorkingCalendar;
  links: readonly ProgramLink[];
  unknown: readonly string[];
};

/** The three points of an estimate, when all three are given. */
export function estimateOf({ estimate }: Milestone): ThreePoint | undefined {
  const { optimistic: min, likely, pessimistic: max } = estimate ?? {};
  if (min === undefined || likely === undefined || max === undefined) return undefined;
  return { min, likely, max };
}

type Making = {
  program: Program;
  asOf: string;
  timeline: Timeline;
  calendar: WorkingCalendar;
  /** Links by target; built when the first duration has to be implied. */
  into: () => ReadonlyMap<string, readonly ProgramLink[]>;
};

/** The day a link's source is expected, as it stands in its own record. */
function expectedDay({ program, asOf }: Making, link: ProgramLink): string | undefined {
  const record = program.records.get(link.dependency ?? link.from);
  if (record?.kind === 'dependency') return dependencyFinish(program, record.data, asOf);
  if (record?.kind !== 'milestone') return undefined;
  return record.data.actual_date ?? record.data.forecast_date;
}

/** Readings G.7: the latest forecast among whatever comes before, whatever the link type, without lag. */
function latestForecastBefore(making: Making, milestone: Milestone): string | undefined {
  let latest: string | undefined;
  for (const link of making.into().get(milestone.id) ?? []) {
    const day = expectedDay(making, link);
    if (day !== undefined && day > (latest ?? '')) latest = day;
  }
  return latest;
}

type Work = { days: number; start: string | undefined };

/** Duration in working days and the day before which it may not start (domain 2.4). */
function workOf(making: Making, milestone: Milestone): Work {
  const points = estimateOf(milestone);
  const start = milestone.start_date;
  const given = points ? pertMean(points) : milestone.estimate?.duration_days;
  if (given !== undefined) return { days: given, start };
  if (milestone.forecast_date === undefined) return { days: 0, start };
  const from = start ?? latestForecastBefore(making, milestone) ?? making.asOf;
  const days = workingDaysBetween(making.calendar, from, milestone.forecast_date);
  return { days: Math.max(0, days), start: from };
}

/** Working days already spent on a milestone in progress (readings C.in_progress). */
export function elapsedDays(calendar: WorkingCalendar, milestone: Milestone, asOf: string): number {
  const since = milestone.actual_start ?? milestone.start_date;
  return since === undefined ? 0 : workingDaysBetween(calendar, since, asOf);
}

function nodeOf(making: Making, milestone: Milestone): PlainNode {
  const { timeline, asOf, calendar } = making;
  const { id, status, actual_date, committed_date } = milestone;
  if (status === 'achieved') {
    return { id, duration: 0, start: timeline.boundary(actual_date ?? asOf), pinned: true };
  }
  const promised = milestone.external_commitment ? committed_date : undefined;
  const deadline = promised === undefined ? undefined : timeline.boundary(promised);
  const now = Math.max(0, timeline.boundary(asOf));
  const { days, start } = workOf(making, milestone);
  if (status === 'in_progress') {
    const left = Math.max(1, days - elapsedDays(calendar, milestone, asOf));
    return { id, duration: milestone.estimate?.remaining_days ?? left, start: now, deadline };
  }
  const earliest = start === undefined ? now : Math.max(now, timeline.boundary(start));
  return { id, duration: days, start: earliest, deadline };
}

function linksByTarget({ links }: ProgramLinks): Making['into'] {
  let into: ReadonlyMap<string, readonly ProgramLink[]> | undefined;
  return () => {
    into ??= groupBy(links, ({ to }) => to);
    return into;
  };
}

/** Builds the network of domain 2.4 with readings D from the records as they stand. */
export function planNetwork(program: Program, asOf: string): PlanNetwork {
  const calendar = calendarOf(program.charter);
  const timeline = timelineOf(program, calendar, asOf);
  const found = linksOf(program, asOf);
  const making = { program, asOf, timeline, calendar, into: linksByTarget(found) };
  const nodes: PlainNode[] = [];
  for (const { data } of program.byKind.milestone) {
    if (isPlanned(data)) nodes.push(nodeOf(making, data));
  }
  for (const [id, finish] of found.pseudo) {
    nodes.push({ id, duration: 0, start: timeline.boundary(finish), pinned: true });
  }
  const network = orderNetwork(packNetwork(nodes, found.links));
  return { network, timeline, calendar, links: found.links, unknown: found.unknown };
}

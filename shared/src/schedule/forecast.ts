import { riskProbabilityPct } from '../health/risk-figures.ts';
import { assessmentAt } from '../kpi/history.ts';
import type { Program } from '../program/program.ts';
import type { Milestone } from '../record/milestone.ts';
import type { Assessment, Risk } from '../record/risk.ts';
import { elapsedDays, estimateOf, type PlanNetwork, planNetwork } from './plan-network.ts';
import { hashText, seededRandom } from './random.ts';
import { quantile, type RiskDriver, shareUpTo, simulate, type UncertainNode } from './simulate.ts';
import { inverse, type Shape } from './three-point.ts';

export type ForecastOptions = {
  iterations?: number;
  shape?: Shape;
  /** `residual` is the run after responses: residual probability and impact where they are assessed. */
  risks?: 'current' | 'residual' | 'none';
};

export type MilestoneForecast = {
  id: string;
  /** Days by which it is done in half and in four fifths of the runs. */
  p50: string;
  p80: string;
  committed: string | undefined;
  /** Percent of runs that meet the committed date; null without one. */
  probability: number | null;
  /** Share of runs, 0..1, in which it had no float. */
  criticality: number;
};

export type Forecast = {
  asOf: string;
  seed: number;
  iterations: number;
  milestones: readonly MilestoneForecast[];
  /** What moves the project end most, largest correlation first. */
  tornado: readonly { id: string; correlation: number }[];
};

const LIVE = new Set<Risk['status']>(['open', 'treating', 'accepted']);
type Chance = { pct: number | undefined; scale: number };

/** Share of the current impact that stays after the response, by the worst ratings of both assessments. */
function remainingImpact(current: Assessment | undefined, residual: Assessment): number {
  const worst = ({ impact }: Assessment): number =>
    Math.max(0, ...Object.values(impact).filter((each) => typeof each === 'number'));
  const before = current === undefined ? 0 : worst(current);
  return before === 0 ? 1 : Math.min(1, worst(residual) / before);
}

/** Readings R.pct for the run as things stand; the residual rating, where there is one, for the run after responses. */
function chanceOf(
  program: Program,
  risk: Risk,
  asOf: string,
  mode: 'current' | 'residual',
): Chance {
  const { charter } = program;
  const residual = assessmentAt(program, risk, asOf, 'residual');
  if (mode === 'current' || residual === undefined) {
    return { pct: riskProbabilityPct(charter, risk, asOf), scale: 1 };
  }
  const rated = {
    ...risk,
    quantitative: undefined,
    assessments: [{ ...residual, state: 'current' as const }],
  };
  const scale = remainingImpact(assessmentAt(program, risk, asOf), residual);
  return { pct: riskProbabilityPct(charter, rated, asOf), scale };
}

type Places = { nodes: number[]; links: number[] };

/** Where a delay bites: open milestones and dependency dates, or the links a dependency stands for. */
function placesOf(program: Program, plan: PlanNetwork, applies: readonly string[]): Places {
  const wanted = new Set(applies);
  const { network, links } = plan;
  const done = (id: string): boolean => program.records.get(id)?.data.status === 'achieved';
  const nodes = network.ids.flatMap((id, at) => (wanted.has(id) && !done(id) ? [at] : []));
  const tied = links.flatMap((link, at) =>
    link.dependency !== undefined && link.from !== link.dependency && wanted.has(link.dependency)
      ? [at]
      : [],
  );
  return { nodes, links: tied };
}

function driverOf(
  program: Program,
  plan: PlanNetwork,
  risk: Risk,
  { asOf, shape, mode }: { asOf: string; shape: Shape; mode: 'current' | 'residual' },
): RiskDriver[] {
  const { schedule_days: days, applies_to } = risk.quantitative ?? {};
  if (days === undefined || !LIVE.has(risk.status)) return [];
  const { pct, scale } = chanceOf(program, risk, asOf, mode);
  if (pct === undefined) return [];
  const scaled = { min: days.min * scale, likely: days.likely * scale, max: days.max * scale };
  const places = placesOf(program, plan, applies_to ?? []);
  return [{ id: risk.id, probability: pct / 100, inverse: inverse(shape, scaled), ...places }];
}

function uncertainNode(
  plan: PlanNetwork,
  node: number | undefined,
  milestone: Milestone,
  { asOf, shape }: { asOf: string; shape: Shape },
): UncertainNode[] {
  const points = estimateOf(milestone);
  const settled =
    milestone.status === 'achieved' ||
    (milestone.status === 'in_progress' && milestone.estimate?.remaining_days !== undefined);
  if (points === undefined || node === undefined || settled) return [];
  const running = milestone.status === 'in_progress';
  const elapsed = running ? elapsedDays(plan.calendar, milestone, asOf) : undefined;
  return [{ id: milestone.id, node, inverse: inverse(shape, points), elapsed }];
}

function readMilestone(
  program: Program,
  plan: PlanNetwork,
  id: string,
  finishes: Float64Array,
): Omit<MilestoneForecast, 'criticality'> {
  const { timeline } = plan;
  const record = program.records.get(id);
  const committed = record?.kind === 'milestone' ? record.data.committed_date : undefined;
  return {
    id,
    p50: timeline.finish(quantile(finishes, 0.5)),
    p80: timeline.finish(quantile(finishes, 0.8)),
    committed,
    probability:
      committed === undefined ? null : 100 * shareUpTo(finishes, timeline.boundary(committed)),
  };
}

/**
 * Monte Carlo of the plan (domain 2.5, readings G.24): mulberry32 seeded by FNV-1a of `key|asOf`, so that anybody can
 * repeat it. Computed once per commit and day, off the page's path (rulings C6).
 */
export function forecast(program: Program, asOf: string, options: ForecastOptions = {}): Forecast {
  const { iterations = 10_000, shape = 'triangular', risks: mode = 'current' } = options;
  const plan = planNetwork(program, asOf);
  const { network } = plan;
  const position = new Map(network.ids.map((id, at) => [id, at]));
  const seed = hashText(`${program.charter.key}|${asOf}`);
  const risks =
    mode === 'none'
      ? []
      : program.byKind.risk.flatMap(({ data }) =>
          driverOf(program, plan, data, { asOf, shape, mode }),
        );
  const nodes = program.byKind.milestone.flatMap(({ id, data }) =>
    uncertainNode(plan, position.get(id), data, { asOf, shape }),
  );
  const targets = network.ids.flatMap((id, at) => (id.startsWith('M-') ? [at] : []));
  const random = seededRandom(seed);
  const found = simulate(network, { nodes, risks }, targets, { iterations, random });
  const milestones = targets.map((node, at) => ({
    ...readMilestone(
      program,
      plan,
      network.ids[node] as string,
      found.finishes[at] as Float64Array,
    ),
    criticality: found.criticality[node] as number,
  }));
  const tornado = found.correlations.toSorted(
    (a, b) => Math.abs(b.correlation) - Math.abs(a.correlation),
  );
  return { asOf, seed, iterations, milestones, tornado };
}

import type { OrderedNetwork } from './order-network.ts';
import type { Random } from './random.ts';
import { makeSolution, passBackward, passForward, type Solution } from './solve-network.ts';

/** One node whose duration is drawn anew in every run. `elapsed` days are taken off, leaving at least one. */
export type UncertainNode = {
  id: string;
  node: number;
  inverse: (u: number) => number;
  elapsed: number | undefined;
};

/** One risk: fires for all its nodes and links together, or for none (domain 2.5). `probability` in 0..1. */
export type RiskDriver = {
  id: string;
  probability: number;
  inverse: (u: number) => number;
  nodes: readonly number[];
  links: readonly number[];
};

/** Both lists in id order: the order of the draws decides the figures (readings G.24). */
export type Uncertainty = { nodes: readonly UncertainNode[]; risks: readonly RiskDriver[] };

export type Simulation = {
  /** Per target, the EF of every run, ascending. */
  finishes: readonly Float64Array[];
  /** Per node, share of runs (0..1) in which it had no float. */
  criticality: Float64Array;
  /** Correlation of each driver with the project end; risks first, in the given order. */
  correlations: readonly { id: string; correlation: number }[];
};

/** Running sums for a correlation, taken from the first value on so that large dates lose no digits. */
class Correlation {
  private runs = 0;
  private readonly origin = [0, 0];
  private readonly sums = [0, 0, 0, 0, 0];

  add(x: number, y: number): void {
    if (this.runs++ === 0) {
      this.origin[0] = x;
      this.origin[1] = y;
    }
    const dx = x - (this.origin[0] as number);
    const dy = y - (this.origin[1] as number);
    const terms = [dx, dy, dx * dx, dy * dy, dx * dy];
    for (let term = 0; term < 5; term++) {
      this.sums[term] = (this.sums[term] as number) + (terms[term] as number);
    }
  }

  value(): number {
    const [x = 0, y = 0, xx = 0, yy = 0, xy = 0] = this.sums;
    const spread = (xx - (x * x) / this.runs) * (yy - (y * y) / this.runs);
    return spread > 1e-12 ? (xy - (x * y) / this.runs) / Math.sqrt(spread) : 0;
  }
}

/** The figures one run changes: durations and lags, started afresh from the plan each time. */
class Run {
  readonly network: OrderedNetwork;
  readonly solution: Solution;
  readonly drawn: Float64Array;
  private readonly plan: OrderedNetwork;
  private readonly uncertainty: Uncertainty;
  private readonly random: Random;

  constructor(plan: OrderedNetwork, uncertainty: Uncertainty, random: Random) {
    this.plan = plan;
    this.uncertainty = uncertainty;
    this.random = random;
    const deadlines = plan.deadlines.slice().fill(Number.POSITIVE_INFINITY);
    const { durations, lags } = plan;
    this.network = { ...plan, deadlines, durations: durations.slice(), lags: lags.slice() };
    this.solution = makeSolution(plan.ids.length);
    this.drawn = new Float64Array(uncertainty.risks.length + uncertainty.nodes.length);
  }

  play(): void {
    const { network, solution, uncertainty, plan } = this;
    network.durations.set(plan.durations);
    network.lags.set(plan.lags);
    let at = 0;
    const extra: { risk: RiskDriver; days: number }[] = [];
    for (const risk of uncertainty.risks) {
      const fires = this.random() < risk.probability;
      const days = risk.inverse(this.random());
      this.drawn[at++] = fires ? days : 0;
      if (fires) extra.push({ risk, days });
    }
    for (const { node, inverse, elapsed } of uncertainty.nodes) {
      const days = inverse(this.random());
      const left = elapsed === undefined ? days : Math.max(1, days - elapsed);
      network.durations[node] = left;
      this.drawn[at++] = left;
    }
    for (const { risk, days } of extra) this.delay(risk, days);
    passForward(network, solution);
    passBackward(network, solution);
  }

  private delay({ nodes, links }: RiskDriver, days: number): void {
    const { durations, lags } = this.network;
    for (const node of nodes) durations[node] = (durations[node] as number) + days;
    for (const link of links) lags[link] = (lags[link] as number) + days;
  }
}

function countCritical({ ls, es }: Solution, critical: Float64Array): void {
  for (let node = 0; node < critical.length; node++) {
    const float = (ls[node] as number) - (es[node] as number);
    if (float < 1e-9 && float > -1e-9) critical[node] = (critical[node] as number) + 1;
  }
}

/** Plays the plan `iterations` times with drawn durations and shared risks (domain 2.5). Deadlines play no part. */
export function simulate(
  plan: OrderedNetwork,
  uncertainty: Uncertainty,
  targets: readonly number[],
  { iterations, random }: { iterations: number; random: Random },
): Simulation {
  const run = new Run(plan, uncertainty, random);
  const { solution, drawn } = run;
  const finishes = targets.map(() => new Float64Array(iterations));
  const critical = new Float64Array(plan.ids.length);
  const drivers = [...uncertainty.risks, ...uncertainty.nodes];
  const correlations = drivers.map(() => new Correlation());
  for (let iteration = 0; iteration < iterations; iteration++) {
    run.play();
    for (let at = 0; at < targets.length; at++) {
      (finishes[at] as Float64Array)[iteration] = solution.ef[targets[at] as number] as number;
    }
    countCritical(solution, critical);
    for (let at = 0; at < drawn.length; at++) {
      (correlations[at] as Correlation).add(drawn[at] as number, solution.end);
    }
  }
  for (const column of finishes) column.sort();
  return {
    finishes,
    criticality: critical.map((runs) => (iterations === 0 ? 0 : runs / iterations)),
    correlations: drivers.map(({ id }, at) => ({
      id,
      correlation: (correlations[at] as Correlation).value(),
    })),
  };
}

/** The q-quantile of ascending values: `sorted[ceil(q·N) − 1]` (domain 2.5). */
export const quantile = (ascending: Float64Array, q: number): number =>
  ascending[Math.max(0, Math.ceil(q * ascending.length) - 1)] ?? Number.NaN;

/** Share (0..1) of ascending values at or below a limit. */
export function shareUpTo(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= limit + 1e-9) low = middle + 1;
    else high = middle;
  }
  return ascending.length === 0 ? 0 : low / ascending.length;
}

import type { OrderedNetwork } from './order-network.ts';

/** Boundaries per node (domain 2.4): `b` is the number of working days completed since the epoch. */
export type Solution = {
  es: Float64Array;
  ef: Float64Array;
  ls: Float64Array;
  lf: Float64Array;
  /** Largest EF; 0 for an empty network. */
  end: number;
};

export const makeSolution = (size: number): Solution => ({
  es: new Float64Array(size),
  ef: new Float64Array(size),
  ls: new Float64Array(size),
  lf: new Float64Array(size),
  end: 0,
});

/** The earliest start one link allows. Types 0 and 2 (FS, FF) leave from the finish, 2 and 3 (FF, SF) arrive at it. */
function startAfter(network: OrderedNetwork, solution: Solution, link: number, days: number) {
  const before = network.from[link] as number;
  const type = network.types[link] as number;
  const left = ((type & 1) === 0 ? solution.ef[before] : solution.es[before]) as number;
  return left + (network.lags[link] as number) - (type >= 2 ? days : 0);
}

function earliestStart(network: OrderedNetwork, solution: Solution, node: number): number {
  let start = network.starts[node] as number;
  if (network.pinned[node] === 1) return start;
  const last = network.intoStart[node + 1] as number;
  const days = network.durations[node] as number;
  for (let at = network.intoStart[node] as number; at < last; at++) {
    start = Math.max(start, startAfter(network, solution, network.into[at] as number, days));
  }
  return start;
}

/** Earliest boundaries. Writes into `solution`, so that a simulation allocates nothing. */
export function passForward(network: OrderedNetwork, solution: Solution): void {
  const { order, durations } = network;
  let end = order.length === 0 ? 0 : Number.NEGATIVE_INFINITY;
  for (let next = 0; next < order.length; next++) {
    const node = order[next] as number;
    const start = earliestStart(network, solution, node);
    const finish = start + (durations[node] as number);
    solution.es[node] = start;
    solution.ef[node] = finish;
    end = Math.max(end, finish);
  }
  solution.end = end;
}

function finishBefore(network: OrderedNetwork, solution: Solution, link: number, days: number) {
  const after = network.to[link] as number;
  const type = network.types[link] as number;
  const arrived = (type >= 2 ? solution.lf[after] : solution.ls[after]) as number;
  return arrived - (network.lags[link] as number) + ((type & 1) === 1 ? days : 0);
}

function latestFinish(network: OrderedNetwork, solution: Solution, node: number): number {
  const first = network.outOfStart[node] as number;
  const last = network.outOfStart[node + 1] as number;
  const free = first === last ? solution.end : Number.POSITIVE_INFINITY;
  let latest = Math.min(free, network.deadlines[node] as number);
  const days = network.durations[node] as number;
  for (let at = first; at < last; at++) {
    latest = Math.min(latest, finishBefore(network, solution, network.outOf[at] as number, days));
  }
  return latest;
}

/** Latest boundaries, after the forward pass. */
export function passBackward(network: OrderedNetwork, solution: Solution): void {
  const { order, durations } = network;
  for (let next = order.length - 1; next >= 0; next--) {
    const node = order[next] as number;
    const latest = latestFinish(network, solution, node);
    solution.lf[node] = latest;
    solution.ls[node] = latest - (durations[node] as number);
  }
}

/** Days between the earliest dates a link ties together: how much its source may slip without moving its target. */
function freeGap({ from, to, types, lags }: OrderedNetwork, { es, ef }: Solution, link: number) {
  const type = types[link] as number;
  const before = from[link] as number;
  const after = to[link] as number;
  const arrived = (type >= 2 ? ef[after] : es[after]) as number;
  const left = ((type & 1) === 0 ? ef[before] : es[before]) as number;
  return arrived - (lags[link] as number) - left;
}

/** Total float of a link: how much its source may slip before the target passes its latest date. */
export function linkFloat(network: OrderedNetwork, solution: Solution, link: number): number {
  const type = network.types[link] as number;
  const before = network.from[link] as number;
  const after = network.to[link] as number;
  const arrived = (type >= 2 ? solution.lf[after] : solution.ls[after]) as number;
  const left = ((type & 1) === 0 ? solution.ef[before] : solution.es[before]) as number;
  return arrived - (network.lags[link] as number) - left;
}

/** Days a node may slip before the earliest date of any successor moves (`end` where it has none). */
export function freeFloat(network: OrderedNetwork, solution: Solution, node: number): number {
  const first = network.outOfStart[node] as number;
  const last = network.outOfStart[node + 1] as number;
  if (first === last) return solution.end - (solution.ef[node] as number);
  let least = Number.POSITIVE_INFINITY;
  for (let at = first; at < last; at++) {
    least = Math.min(least, freeGap(network, solution, network.outOf[at] as number));
  }
  return least;
}

/** The critical path method (domain 2.4): both passes. */
export function solveNetwork(network: OrderedNetwork): Solution {
  const solution = makeSolution(network.ids.length);
  passForward(network, solution);
  passBackward(network, solution);
  return solution;
}

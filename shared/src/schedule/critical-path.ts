import type { Program } from '../program/program.ts';
import { type PlanNetwork, planNetwork } from './plan-network.ts';
import { freeFloat, type Solution, solveNetwork } from './solve-network.ts';

/** Boundaries count working days completed since the epoch; floats are working days (domain 2.4). */
export type ScheduleNode = {
  /** A milestone, or a dependency that stands in the plan by itself. */
  id: string;
  es: number;
  ef: number;
  ls: number;
  lf: number;
  /** Total float; negative when a promise outside the program is already broken by the plan. */
  tf: number;
  /** Free float. */
  ff: number;
  /** Day on which it finishes. */
  finish: string;
  critical: boolean;
};

export type Schedule = {
  asOf: string;
  epoch: string;
  /** Boundary of the project end. */
  end: number;
  nodes: readonly ScheduleNode[];
  /** Members of each cycle; the links inside were left out, so dates of these nodes are too early. */
  cycles: readonly (readonly string[])[];
  /** Dependencies without any date: they bind nothing. */
  unknown: readonly string[];
};

export type SolvedPlan = { plan: PlanNetwork; solution: Solution; schedule: Schedule };

/** The plan with its network and solution, for those who ask about links too. */
export function solvePlan(program: Program, asOf: string): SolvedPlan {
  const plan = planNetwork(program, asOf);
  const { network, timeline, unknown } = plan;
  const solution = solveNetwork(network);
  const { es, ef, ls, lf, end } = solution;
  const nodes = network.ids.map((id, at) => {
    const tf = (ls[at] as number) - (es[at] as number);
    return {
      id,
      es: es[at] as number,
      ef: ef[at] as number,
      ls: ls[at] as number,
      lf: lf[at] as number,
      tf,
      ff: freeFloat(network, solution, at),
      finish: timeline.finish(ef[at] as number),
      critical: tf <= 1e-9,
    };
  });
  const { cycles } = network;
  return { plan, solution, schedule: { asOf, epoch: timeline.epoch, end, nodes, cycles, unknown } };
}

/** The critical path of a program at `asOf` (domain 2.4, readings D). Pure; nodes in record order, dependencies last. */
export const schedule = (program: Program, asOf: string): Schedule =>
  solvePlan(program, asOf).schedule;

/** Total float by id; undefined when the record is not part of the plan. */
export const floatsOf = ({ nodes }: Schedule): ReadonlyMap<string, number> =>
  new Map(nodes.map((node) => [node.id, node.tf]));

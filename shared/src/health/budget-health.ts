import type { Program } from '../program/program.ts';
import type { Health, Rag } from './health.ts';

const AMBER_OVER = 5;
const RED_OVER = 10;

const ragOf = (distance: number): Rag => {
  if (distance > RED_OVER) return 'red';
  return distance > AMBER_OVER ? 'amber' : 'green';
};

/** Expected total of the latest snapshot up to `asOf`; undefined when a line lacks a figure. */
function estimateAtCompletion({ byKind }: Program, asOf: string): number | undefined {
  const latest = byKind.cost
    .filter(({ data }) => data.status !== 'void' && data.as_of !== undefined && data.as_of <= asOf)
    .toSorted((a, b) => ((a.data.as_of ?? '') < (b.data.as_of ?? '') ? -1 : 1))
    .at(-1);
  if (latest === undefined || latest.data.lines.length === 0) return undefined;
  let total = 0;
  for (const { actual, forecast_to_complete: rest } of latest.data.lines) {
    if (actual === undefined || rest === undefined) return undefined;
    total += actual + rest;
  }
  return total;
}

/**
 * Budget dimension (domain 2.6): |VAC| up to 5 percent green, up to 10 amber, else red, over as well as under budget.
 * Undefined without a budget at completion or a complete snapshot.
 */
export function budgetFact(program: Program, asOf: string): Health | undefined {
  const bac = program.charter.budget?.bac;
  const eac = estimateAtCompletion(program, asOf);
  if (bac === undefined || bac === 0 || eac === undefined) return undefined;
  const percent = (100 * (eac - bac)) / bac;
  const rag = ragOf(Math.abs(percent));
  if (rag === 'green') return { rag, why: [] };
  const level = rag === 'red' ? 'critical' : 'medium';
  const { currency } = program.charter;
  return { rag, why: [{ code: 'health.budget', facts: { percent, eac, bac, currency }, level }] };
}

import { aProgram } from '@milepost/shared/schedule/a-program';
import { schedule } from '@milepost/shared/schedule/critical-path';
import { forecast } from '@milepost/shared/schedule/forecast';

type Figure = {
  bench: string;
  name: string;
  value: number;
  unit: string;
  budget: number;
  ok: boolean;
};

const DAY = '2026-03-02';

/** A plan with several paths: each milestone follows the one before it in its lane, and now and then another lane. */
function plan(size: number, lanes: number) {
  const records = Array.from({ length: size }, (_, n) => ({
    id: `M-${n + 1}`,
    status: 'committed',
    committed_date: '2027-06-01',
    external_commitment: n % 50 === 0,
    estimate: { optimistic: 3 + (n % 5), likely: 6 + (n % 7), pessimistic: 15 + (n % 9) },
    predecessors: [
      ...(n >= lanes ? [{ on: `M-${n + 1 - lanes}`, lag_days: n % 3 }] : []),
      ...(n > lanes && n % 4 === 0 ? [{ on: `M-${n - lanes}`, type: 'SS' }] : []),
    ],
  }));
  return aProgram(records, { charter: { start: DAY } });
}

function median(runs: number, work: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[runs >> 1] as number;
}

const figure = (name: string, value: number, budget: number): Figure => ({
  bench: 'core-schedule',
  name,
  value: Math.round(value * 10) / 10,
  unit: 'ms',
  budget,
  ok: value <= budget,
});

/** Budgets of DESIGN section 9: critical path of 10,000 nodes, forecast of 10,000 runs over 200 milestones. */
export async function run(): Promise<Figure[]> {
  const large = plan(10_000, 40);
  const small = plan(200, 8);
  return [
    figure(
      'critical path, 10,000 nodes',
      median(9, () => schedule(large, DAY)),
      50,
    ),
    figure(
      'forecast, 10,000 runs of 200 milestones',
      median(5, () => forecast(small, DAY)),
      1000,
    ),
  ];
}

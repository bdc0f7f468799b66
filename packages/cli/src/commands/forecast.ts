import { type Forecast, forecast } from '@milepost/shared/schedule/forecast';
import { type Command, type Run, stringOption, usage } from '../command.ts';
import { dayOrDash, percent, titleOf } from '../text/say.ts';
import { markdownTable, renderTable, type Table } from '../text/table.ts';

const tableOf = (run: Run, { milestones }: Forecast): Table => ({
  head: ['Id', 'Title', 'P50', 'P80', 'Committed', 'Chance'],
  rows: milestones.map((milestone) => [
    milestone.id,
    titleOf(run.program, milestone.id),
    dayOrDash(milestone.p50),
    dayOrDash(milestone.p80),
    dayOrDash(milestone.committed),
    percent(milestone.probability),
  ]),
  right: [5],
});

/** Domain 2.5. JSON: `{asOf, seed, iterations, milestones:[{id, p50, p80, committed, probability}]}`. */
export const forecastCommand: Command = {
  name: 'forecast',
  summary: 'Simulated dates: P50, P80 and the chance to meet the committed date.',
  positionals: '',
  options: {
    iterations: { type: 'string', value: 'N', help: 'simulation runs (default: 10000)' },
  },
  examples: ['milepost forecast', 'milepost forecast --as-of 2026-03-10 --format json'],
  needs: 'program',
  run: async (run) => {
    const iterations = Number(stringOption(run.arguments, 'iterations') ?? 10_000);
    if (!Number.isInteger(iterations) || iterations < 1 || iterations > 1_000_000)
      return usage('--iterations takes a whole number from 1 to 1000000.');
    const result = forecast(run.program, run.asOf, { iterations });
    const table = tableOf(run, result);
    return {
      code: 0,
      data: result,
      text: () =>
        `${renderTable(table, run.environment.terminal)}\n\n${result.iterations} runs, seed ${result.seed}`,
      markdown: () => markdownTable(table),
    };
  },
};

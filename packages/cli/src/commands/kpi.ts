import type { Kpi, KpiUnit, Window } from '@milepost/shared/kpi/kpi';
import { measure } from '@milepost/shared/kpi/measure';
import { isDay } from '@milepost/shared/record/field';
import { addDays } from '@milepost/shared/schedule/working-days';
import { type Command, type Output, type Run, stringOption, usage } from '../command.ts';
import { figure, plural } from '../text/say.ts';
import type { Tone } from '../text/style.ts';
import { markdownTable, renderTable, type Table } from '../text/table.ts';

const UNITS: Record<KpiUnit, string> = {
  percent: '%',
  working_days: ' working days',
  days: ' days',
  count: '',
  hours: ' h',
  score: ' of 5',
  index: '',
};

const TONES: Record<Kpi['status'], Tone> = {
  ok: 'low',
  warn: 'medium',
  breach: 'critical',
  no_data: 'muted',
};

const shownValue = ({ value, unit }: Kpi): string =>
  value === null ? 'none' : `${figure(value)}${UNITS[unit]}`;

const partsOf = ({ numerator, denominator, n }: Kpi): string =>
  numerator !== null && denominator !== null
    ? `${figure(numerator)} / ${figure(denominator)}`
    : `n ${n}`;

const tableOf = (kpis: readonly Kpi[]): Table => ({
  head: ['#', 'KPI', 'Value', 'Parts', 'Status', 'Trend', 'Excluded'],
  rows: kpis.map((kpi) => [
    String(kpi.number),
    kpi.key.replaceAll('_', ' '),
    shownValue(kpi),
    partsOf(kpi),
    { text: kpi.status.replaceAll('_', ' '), tone: TONES[kpi.status] },
    kpi.trend ?? '',
    kpi.excluded.length > 0 ? String(kpi.excluded.length) : '',
  ]),
  right: [0, 2],
});

const segmentTable = (kpis: readonly Kpi[]): Table => {
  const names = [...new Set(kpis.flatMap(({ segments }) => Object.keys(segments)))];
  return {
    head: ['KPI', ...names],
    rows: kpis.map((kpi) => [
      kpi.key.replaceAll('_', ' '),
      ...names.map((name) => figure(kpi.segments[name]?.value)),
    ]),
    right: names.map((_, column) => column + 1),
  };
};

/** The 30 days up to the day facts are judged by, unless said otherwise. */
const windowOf = (run: Run): Window => ({
  from: stringOption(run.arguments, 'from') ?? addDays(run.asOf, -29),
  to: stringOption(run.arguments, 'to') ?? run.asOf,
});

function output(run: Run, window: Window, bySegment: boolean): Output {
  const kpis = measure(run.program, window, run.asOf);
  const tables = bySegment ? [tableOf(kpis), segmentTable(kpis)] : [tableOf(kpis)];
  const head = `${plural(kpis.length, 'KPI')} from ${window.from} to ${window.to}`;
  const all = (render: (table: Table) => string) => [head, ...tables.map(render)].join('\n\n');
  return {
    code: 0,
    data: { from: window.from, to: window.to, asOf: run.asOf, kpis },
    text: () => all((table) => renderTable(table, run.environment.terminal)),
    markdown: () => all(markdownTable),
  };
}

/** Domain 2.9. JSON: `{from, to, asOf, kpis:[{number, key, value, unit, n, numerator, denominator, status, trend, excluded, segments}]}`. */
export const kpiCommand: Command = {
  name: 'kpi',
  summary: 'The 19 KPIs over a window, each with its parts, status and trend.',
  positionals: '',
  options: {
    from: { type: 'string', value: 'DATE', help: 'first day (default: 29 days before --as-of)' },
    to: { type: 'string', value: 'DATE', help: 'last day (default: --as-of)' },
    by: { type: 'string', value: 'workstream', help: 'show the segments too' },
  },
  examples: [
    'milepost kpi',
    'milepost kpi --from 2026-02-01 --to 2026-02-28 --by workstream',
    'milepost kpi --format json --as-of 2026-03-10',
  ],
  needs: 'program',
  run: async (run) => {
    const window = windowOf(run);
    const by = stringOption(run.arguments, 'by');
    if (!isDay(window.from) || !isDay(window.to) || window.from > window.to)
      return usage('--from and --to take days such as 2026-02-01, the first not after the last.');
    if (by !== undefined && by !== 'workstream') return usage('--by takes workstream.');
    return output(run, window, by === 'workstream');
  },
};

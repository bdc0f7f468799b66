import type { KpiUnit } from '../../kpi/kpi.ts';
import type { Block, PageTone, Spans } from '../page.ts';
import { figureText, heading, type PageWords, sentence } from '../page-words.ts';
import type { KpiLine } from '../status/status-figures.ts';
import type { StatusReport } from '../status-report.ts';

const UNITS: Readonly<Record<KpiUnit, string>> = {
  percent: '%',
  working_days: ' working days',
  days: ' days',
  count: '',
  hours: ' h',
  score: ' of 5',
  index: '',
};

const TONES: Readonly<Record<KpiLine['status'], PageTone>> = {
  ok: 'low',
  warn: 'medium',
  breach: 'critical',
  no_data: 'muted',
};

/** `2.4% over`, `on budget`: positive is over (KPI 17). */
function againstBudget({ say }: PageWords, value: number): string {
  if (Math.round(Math.abs(value) * 10) === 0) return say('even');
  return say(value > 0 ? 'over' : 'under', { percent: `${figureText(Math.abs(value))}%` });
}

function scopeText(words: PageWords, { figures: { scope } }: StatusReport): string {
  if (scope.changes === 0) return words.say('scope', {}, 'none');
  const percent = scope.value === null ? '–' : `${figureText(scope.value)}%`;
  return words.say('scope', { percent, changes: scope.changes });
}

function costText(words: PageWords, { figures: { cost }, program }: StatusReport): string {
  if (cost.value === null) return words.say('cost', {}, 'none');
  return words.say('cost', {
    eac: cost.eac,
    bac: cost.bac,
    currency: program.currency,
    expected: againstBudget(words, cost.value),
    toDate: cost.toDate === null ? null : againstBudget(words, cost.toDate),
  });
}

function readinessText(words: PageWords, { figures: { readiness } }: StatusReport): string {
  const gate = readiness.nextGate;
  if (gate === null) return words.say('readiness', {}, 'none');
  const { id, title, met, applicable, mandatoryUnmet: mandatory, review } = gate;
  return words.say('readiness', { id, title, met, applicable, mandatory, review });
}

/** Count and unit speak for themselves; parts say how thin the ground is. */
function partsOf(words: PageWords, { unit, numerator, denominator, n }: KpiLine): string {
  if (unit === 'percent' && numerator !== null && denominator)
    return words.say('parts', {
      numerator: figureText(numerator),
      denominator: figureText(denominator),
    });
  return n === 0 ? '' : words.say('count', { n });
}

function kpiRow(words: PageWords, kpi: KpiLine): Spans[] {
  const value = kpi.value === null ? '–' : `${figureText(kpi.value)}${UNITS[kpi.unit]}`;
  return [
    [words.say(`kpi.${kpi.key}`)],
    [value],
    [partsOf(words, kpi)],
    [{ text: words.say(`kpi.status.${kpi.status}`), tone: TONES[kpi.status] }],
    [kpi.trend === null ? '–' : words.say(`kpi.trend.${kpi.trend}`)],
  ];
}

/** Scope, cost and readiness in a line each, then the strip of KPIs. */
export function statusFiguresBlocks(words: PageWords, report: StatusReport): Block[] {
  const lines = [scopeText, costText, readinessText].map((text) => [sentence(text(words, report))]);
  return [
    heading(words.say('figures')),
    { kind: 'list', items: lines },
    {
      kind: 'table',
      head: ['figure', 'value', 'parts', 'judged', 'trend'].map((name) =>
        words.say(`head.${name}`),
      ),
      rows: report.figures.kpis.map((kpi) => kpiRow(words, kpi)),
      right: [1],
    },
  ];
}

import { forecast } from '@milepost/shared/schedule/forecast';
import { detect } from '@milepost/shared/signal/detect';
import { rankFor } from '@milepost/shared/signal/rank';
import type { Severity, Signal } from '@milepost/shared/signal/signal';
import { saySignal } from '@milepost/shared/words/say-signal';
import { type Command, type Run, stringOption } from '../command.ts';
import { dayOrDash } from '../text/say.ts';
import type { Tone } from '../text/style.ts';
import { markdownTable, renderTable, type Table } from '../text/table.ts';

const TONES: Record<Severity, Tone> = {
  critical: 'critical',
  high: 'high',
  warn: 'medium',
  info: 'muted',
};

const tableOf = (signals: readonly Signal[]): Table => ({
  head: ['Rule', 'Severity', 'About', 'What', 'Since'],
  rows: signals.map((signal) => [
    signal.rule,
    { text: signal.severity, tone: TONES[signal.severity] },
    signal.subjects.join(', '),
    `${saySignal(signal)}${signal.snoozedUntil ? ` (snoozed until ${signal.snoozedUntil})` : ''}`,
    dayOrDash(signal.since),
  ]),
});

function chosen(run: Run, signals: readonly Signal[]): readonly Signal[] {
  const person = stringOption(run.arguments, 'for');
  return person === undefined ? signals : rankFor(run.program, signals, person, run.asOf);
}

/** Domain part 4. JSON: `{asOf, signals:[{rule, severity, subjects, message, facts, since}], notEvaluated:[{rule, needs}]}`. */
export const signalsCommand: Command = {
  name: 'signals',
  summary: 'Warnings worked out from dated facts, worst first.',
  positionals: '',
  options: {
    for: { type: 'string', value: 'PERSON', help: 'the five that matter most to one person' },
  },
  examples: [
    'milepost signals',
    'milepost signals --for tom.berg',
    'milepost signals --format json',
  ],
  needs: 'program',
  run: async (run) => {
    const detection = detect(run.program, { forecast: forecast(run.program, run.asOf) }, run.asOf);
    const signals = chosen(run, detection.signals);
    const table = tableOf(signals);
    const silent = detection.notEvaluated.map(({ rule }) => rule).join(', ');
    return {
      code: 0,
      data: {
        ...detection,
        signals: signals.map((signal) => ({ ...signal, message: saySignal(signal) })),
      },
      text: () =>
        [
          signals.length > 0 ? renderTable(table, run.environment.terminal) : 'No signal.',
          ...(silent ? [`Not evaluated: ${silent}`] : []),
        ].join('\n\n'),
      markdown: () => (signals.length > 0 ? markdownTable(table) : 'No signal.'),
    };
  },
};

import { aProgram, type ProgramParts } from '../schedule/a-program.ts';
import type { Activity } from './activity.ts';
import { detect } from './detect.ts';
import type { Signal } from './signal.ts';

type Plain = { id: string } & Readonly<Record<string, unknown>>;

export const TUESDAY = '2026-03-10';

/** Signals of one rule over plain records, on Tuesday 10 March 2026 unless said otherwise: for tests. */
export function someSignals(
  rule: string,
  records: readonly Plain[],
  {
    asOf = TUESDAY,
    activity = {},
    settings,
    ...parts
  }: ProgramParts & { asOf?: string; activity?: Activity; settings?: unknown } = {},
): readonly Signal[] {
  const policy = { signals: { [rule]: settings ?? true } };
  const program = aProgram(records, { policy, ...parts });
  return detect(program, activity, asOf).signals.filter((signal) => signal.rule === rule);
}

/** `code severity subject…` of each, which is what most tests ask. */
export const heardFrom = (...given: Parameters<typeof someSignals>): readonly string[] =>
  someSignals(...given).map(({ code, severity, subjects }) =>
    [code, severity, ...subjects].join(' '),
  );

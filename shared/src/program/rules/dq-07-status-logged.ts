import { mayMove } from '../../record/lifecycle.ts';
import type { AnyRecord } from '../../record/record-types.ts';
import { recordTypes } from '../../record/record-types.ts';
import type { Draft } from '../place-findings.ts';
import { about, changedRecords, type Rule, type RuleContext } from './rule.ts';

type Step = { from: string; to: string };

/** An entry may hold anything where a state belongs; it is shown as it is written. */
const stateText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? '').replace(/^""$/, '');

const stepsOf = (record: AnyRecord): readonly Step[] =>
  record.data.log
    .filter(({ event }) => event === 'status' || event === 'reopen')
    .map(({ from, to }) => ({ from: stateText(from), to: stateText(to) }));

/** Rulings B5: a hand edit without its log entry is a warning, an error only where the profile is `regulated`. */
const logSeverity = ({ program }: RuleContext): Draft['severity'] =>
  program.charter.profile === 'regulated' ? 'error' : 'warn';

/** The entry a client adds; it fills in `by`, which the core does not know. */
const entryFix = (record: AnyRecord, from: string, asOf: string): NonNullable<Draft['fix']> => ({
  code: 'add-log-entry',
  file: record.path,
  path: ['log', record.data.log.length],
  value: { at: asOf, event: 'status', from, to: record.data.status },
});

const said = { rule: 'DQ-07', path: ['status'] } as const;

/** The way a record took since base: the steps it logged, or one step when it logged none. */
function wayOf(before: AnyRecord, after: AnyRecord): readonly Step[] {
  const steps = stepsOf(after).slice(stepsOf(before).length);
  const chained = steps.every(
    ({ from }, at) => from === (at === 0 ? before.data.status : steps[at - 1]?.to),
  );
  const whole = chained && steps.at(-1)?.to === after.data.status;
  return whole ? steps : [{ from: before.data.status, to: after.data.status }];
}

function checkMoves(context: RuleContext): readonly Draft[] {
  return [...changedRecords(context)].flatMap(({ before, after }) => {
    if (before.data.status === after.data.status) return [];
    const { lifecycle } = recordTypes[after.kind];
    const wrong = wayOf(before, after).find(({ from, to }) => !mayMove(lifecycle, from, to));
    if (wrong === undefined) return [];
    const fix = { code: 'set-field', path: ['status'], value: before.data.status };
    return [about(after, { ...said, code: 'not-allowed', severity: 'error', facts: wrong, fix })];
  });
}

/** A record that logs its moves must end where its log ends; one that changed since base must have logged it. */
function checkLogs(context: RuleContext): readonly Draft[] {
  const { program, base, asOf } = context;
  return [...program.records.values()].flatMap((record): readonly Draft[] => {
    const { status } = record.data;
    const last = stepsOf(record).at(-1)?.to;
    const before = base?.records.get(record.id);
    const from = last ?? (before === record ? undefined : before?.data.status);
    if (from === undefined || from === status) return [];
    const fix = entryFix(record, from, asOf);
    const severity = logSeverity(context);
    return [
      {
        ...about(record, { ...said, code: 'not-logged', severity, facts: { from, to: status } }),
        fix,
      },
    ];
  });
}

/** Domain 1.6: a committed date changes only through `baseline_history`. */
function checkCommitments(context: RuleContext): readonly Draft[] {
  return [...changedRecords(context)].flatMap(({ before, after }): readonly Draft[] => {
    if (before.kind !== 'milestone' || after.kind !== 'milestone') return [];
    const { committed_date: from } = before.data;
    const { committed_date: to, baseline_history: history } = after.data;
    if (to === undefined || from === to || history.at(-1)?.to === to) return [];
    const value = { at: context.asOf, ...(from === undefined ? {} : { from }), to };
    const fix = { code: 'add-baseline-entry', path: ['baseline_history', history.length], value };
    const severity = logSeverity(context);
    const facts = { from: from ?? '', to };
    const place = { rule: 'DQ-07', path: ['committed_date'], severity } as const;
    return [about(after, { ...place, code: 'no-baseline-entry', facts, fix })];
  });
}

/** DQ-07: a status change is a move the lifecycle knows and has its log entry. */
export const statusLogged: Rule = {
  id: 'DQ-07',
  check: (context) => [...checkMoves(context), ...checkLogs(context), ...checkCommitments(context)],
};

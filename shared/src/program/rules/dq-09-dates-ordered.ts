import { isDay, isTimestamp } from '../../record/field.ts';
import { fieldOf } from '../../record/guards/guard.ts';
import type { AnyRecord } from '../../record/record-types.ts';
import { dayOf, epochMinutes } from '../../schedule/day-of.ts';
import type { Draft } from '../place-findings.ts';
import type { Program } from '../program.ts';
import { about, type Rule } from './rule.ts';

/** `[earlier, later]`: the later one may fall on the same day. */
const ORDERED: readonly (readonly [string, string])[] = [
  ['raised', 'closed_on'],
  ['raised', 'need_by'],
  ['raised', 'resolved_on'],
  ['raised', 'done_on'],
  ['raised', 'delivered_on'],
  ['raised', 'validated_on'],
  ['raised', 'decided_on'],
  ['requested_on', 'decided_on'],
  ['requested_on', 'needed_by'],
  ['submitted_on', 'decided_on'],
  ['decided_on', 'implemented_on'],
  ['resolved_on', 'closed_on'],
  ['delivered_on', 'accepted_on'],
  ['occurred_on', 'closed_on'],
  ['start_date', 'committed_date'],
  ['actual_start', 'actual_date'],
  ['raised_on', 'resolved_on'],
  ['acknowledged_on', 'resolved_on'],
  ['proximity.from', 'proximity.to'],
  ['hypercare.from', 'hypercare.to'],
  ['acceptance.at', 'acceptance.expires'],
  ['waiver.at', 'waiver.expires'],
  ['baseline.date', 'target.date'],
];

type Pair = { earlier: string; later: string; from: readonly string[]; to: readonly string[] };

/** Split once, not for each record. */
const PAIRS: readonly Pair[] = ORDERED.map(([earlier, later]) => ({
  earlier,
  later,
  from: earlier.split('.'),
  to: later.split('.'),
}));

const said = { rule: 'DQ-09', code: 'not-ordered', severity: 'error' } as const;

const split = (field: string): readonly string[] => field.split('.');

/** A type may carry the date of another under the same name, unread and so unjudged: only real moments count. */
function momentAt(data: object, [head = '', child]: readonly string[]): string | undefined {
  let value: unknown = (data as Readonly<Record<string, unknown>>)[head];
  if (child !== undefined) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[child];
  }
  return typeof value === 'string' && (isDay(value) || isTimestamp(value)) ? value : undefined;
}

function checkPairs(record: AnyRecord, timezone: string): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const { earlier, later, from, to } of PAIRS) {
    const a = momentAt(record.data, from);
    const b = a === undefined ? undefined : momentAt(record.data, to);
    if (a === undefined || b === undefined || dayOf(a, timezone) <= dayOf(b, timezone)) continue;
    drafts.push(about(record, { ...said, path: to, facts: { earlier, later, a, b } }));
  }
  return drafts;
}

/** Optimistic, likely, pessimistic: `[field, names from small to large]`. */
const THREE: readonly (readonly [string, readonly string[]])[] = [
  ['estimate', ['optimistic', 'likely', 'pessimistic']],
  ['quantitative.cost', ['min', 'likely', 'max']],
  ['quantitative.schedule_days', ['min', 'likely', 'max']],
];

function checkThreePoints(record: AnyRecord): readonly Draft[] {
  return THREE.flatMap(([field, names]) => {
    const given = names
      .map((name) => ({ name, value: fieldOf(record.data, `${field}.${name}`) }))
      .filter((each): each is { name: string; value: number } => typeof each.value === 'number');
    const at = given.findIndex(({ value }, index) => value < (given[index - 1]?.value ?? value));
    const [smaller, larger] = [given[at - 1], given[at]];
    if (at < 0 || smaller === undefined || larger === undefined) return [];
    const facts = { earlier: smaller.name, later: larger.name, a: smaller.value, b: larger.value };
    return [about(record, { ...said, path: [...split(field), larger.name], facts })];
  });
}

function checkWindow(record: AnyRecord): readonly Draft[] {
  if (record.kind !== 'release' || record.data.change_window === undefined) return [];
  const { start: a, end: b } = record.data.change_window;
  if (epochMinutes(a) < epochMinutes(b)) return [];
  const facts = { earlier: 'start', later: 'end', a, b };
  return [about(record, { ...said, path: ['change_window', 'end'], facts })];
}

function checkCharter({ charter }: Program): readonly Draft[] {
  const file = 'program.yaml';
  const ends = charter.freeze_windows.flatMap(({ start: a, end: b }, at): readonly Draft[] =>
    epochMinutes(a) < epochMinutes(b)
      ? []
      : [
          {
            ...said,
            file,
            path: ['freeze_windows', at, 'end'],
            facts: { earlier: 'start', later: 'end', a, b },
          },
        ],
  );
  const { start: a, end: b } = charter;
  if (a === undefined || b === undefined || a <= b) return ends;
  return [
    { ...said, file, path: ['end'], facts: { earlier: 'start', later: 'end', a, b } },
    ...ends,
  ];
}

/** DQ-09: dates and estimates stand in their natural order. The same day is in order; a window needs some length. */
export const datesOrdered: Rule = {
  id: 'DQ-09',
  check: ({ program }) => [
    ...checkCharter(program),
    ...[...program.records.values()].flatMap((record) => [
      ...checkPairs(record, program.charter.timezone),
      ...checkThreePoints(record),
      ...checkWindow(record),
    ]),
  ],
};

import type { Program } from '../program/program.ts';
import { holdersOf, personId } from '../readiness/roles.ts';
import type { AnyRecord } from '../record/record-types.ts';
import { severityRank } from './detect.ts';
import type { Signal } from './signal.ts';

/** How near a signal is to a person: 3 theirs to act on, 2 in their workstream or team, 1 the program's for its leaders, 0 none. */
type Nearness = 0 | 1 | 2 | 3;

const LEADERS = ['program_manager', 'executive_sponsor', 'pm_director'] as const;

function namedIn({ kind, data }: AnyRecord): readonly (string | undefined)[] {
  if (kind === 'dependency') return [data.owner, data.provider.owner, data.consumer.owner];
  if (kind === 'decision') return [data.owner, data.approver, data.driver];
  if (kind === 'gate') return [data.owner, data.decider];
  if (kind === 'risk') return [data.owner, data.response?.action_owner];
  return [data.owner];
}

function ledBy(program: Program, person: string, workstream: string): boolean {
  const record = program.records.get(workstream);
  if (record?.kind !== 'workstream') return false;
  const { lead, deputy } = record.data;
  return [lead, deputy].some((each) => each !== undefined && personId(program, each) === person);
}

function nearness(program: Program, person: string, asOf: string, signal: Signal): Nearness {
  if (signal.subjects.includes(person)) return 3;
  const records = signal.subjects.flatMap((id) => program.records.get(id) ?? []);
  const names = records.flatMap(namedIn).filter((each) => each !== undefined);
  if (names.some((each) => personId(program, each) === person)) return 3;
  if (records.some(({ data }) => ledBy(program, person, data.workstream))) return 2;
  const leads = LEADERS.some((role) => holdersOf(program, role, 'program', asOf).includes(person));
  return leads ? 1 : 0;
}

/**
 * What a person should look at first: at most `count` signals that concern them, worst and nearest first, then oldest.
 * Snoozed ones are left out. `person` is an id, an `@login` or an e-mail.
 */
export function rankFor(
  program: Program,
  signals: readonly Signal[],
  person: string,
  asOf: string,
  count = 5,
): readonly Signal[] {
  const id = personId(program, person);
  const near = signals
    .filter(({ snoozedUntil }) => snoozedUntil === undefined)
    .map((signal) => ({ signal, near: nearness(program, id, asOf, signal) }))
    .filter((each) => each.near > 0);
  const age = ({ since }: Signal): string => since ?? asOf;
  const sorted = near.toSorted(
    (a, b) =>
      severityRank(b.signal.severity) - severityRank(a.signal.severity) ||
      b.near - a.near ||
      (age(a.signal) < age(b.signal) ? -1 : Number(age(a.signal) > age(b.signal))),
  );
  return sorted.slice(0, count).map(({ signal }) => signal);
}

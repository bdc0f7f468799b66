import type { Program } from '../program/program.ts';
import { aProgram, type ProgramParts } from '../schedule/a-program.ts';
import { controlledBy } from './controlled-by.ts';
import type { GivenApproval } from './judge-approvals.ts';
import { type Requirement, requiredApprovals } from './required-approvals.ts';

type Plain = { id: string } & Readonly<Record<string, unknown>>;

/** One side of a change: records and what else the program says. */
export type Side = ProgramParts & { records?: readonly Plain[] };

export const TODAY = '2026-03-10';

/** A program in which every decision right is in force. */
export const regulated = ({ records = [], ...parts }: Side): Program =>
  aProgram(records, { ...parts, charter: { profile: 'regulated', ...parts.charter } });

/** What a change needs, by `ann` and with no approval unless said otherwise: for tests. */
export function demanded(
  before: Side,
  after: Side,
  { author = 'ann', approvals = [] as readonly GivenApproval[] } = {},
): Requirement[] {
  const [base, head] = [regulated(before), regulated(after)];
  const change = { before: base, after: head, policyAtBase: base };
  return requiredApprovals({ ...change, author, approvals, asOf: TODAY });
}

/** `DR-05 M-1 workstream_lead@WS-1` of each approval a change of records needs. */
export const asked = (before: Side, after: Side): readonly string[] =>
  demanded(before, after).map(
    ({ rule, id, roles, person, scope }) =>
      `${rule} ${id} ${[...(person === undefined ? [] : [person]), ...roles].join('|')}@${scope}`,
  );

/** Rules one record's change falls under, when everything else stays. */
export const rulesFor = (
  record: Plain,
  change: Readonly<Record<string, unknown>>,
  rest: Side = {},
): readonly string[] => {
  const others = rest.records ?? [];
  const side = (each: Plain) => regulated({ ...rest, records: [...others, each] });
  return controlledBy(side(record), side({ ...record, ...change }), TODAY);
};

/** Rules a change of `program.yaml` falls under. */
export const rulesForCharter = (
  charter: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>>,
): readonly string[] =>
  controlledBy(regulated({ charter }), regulated({ charter: { ...charter, ...change } }), TODAY);

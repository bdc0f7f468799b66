import type { Program } from '../program/program.ts';
import { personId } from '../readiness/roles.ts';
import { holdsRole } from './role-holders.ts';
import type { EvidenceLevel } from './rule.ts';

/** A yes or no somebody gave, from a record's `approvals` or read live from the host. */
export type GivenApproval = {
  by: string;
  /** Day or RFC 3339. */
  at: string;
  decision: 'approved' | 'rejected';
  level: EvidenceLevel;
  /** Rule it names; absent: a review of the whole change. */
  action?: string | undefined;
  /** Record it stands in; absent: the whole change. */
  record?: string | undefined;
  /**
   * What was approved: `head` when the host says the review is on the judged commit, a digest for the one rule, or
   * digests by `<id> <rule>` as `coversOf` gave them for the reviewed commit.
   */
  covers: 'head' | string | Readonly<Record<string, string>> | undefined;
  ref?: string | undefined;
};

export type RequirementState =
  | 'satisfied'
  | 'missing'
  | 'invalid'
  | 'stale'
  | 'self_approval'
  | 'blocked_role'
  | 'evidence_too_low';

/** One place to fill: who may, who may not, and what must be covered. */
export type Slot = {
  rule: string;
  id: string;
  digest: string;
  roles: readonly string[];
  person: string | undefined;
  scope: string;
  block: readonly string[];
  owner: string | undefined;
  author: string;
  independent: boolean;
  level: EvidenceLevel;
  count: number;
};

const LEVELS: readonly EvidenceLevel[] = ['L0', 'L1', 'L2', 'L3'];

const concerns = (given: GivenApproval, slot: Slot): boolean =>
  (given.action === undefined || given.action === slot.rule) &&
  (given.record === undefined || given.record === slot.id);

function coversSlot({ covers }: GivenApproval, slot: Slot): boolean {
  if (covers === 'head') return true;
  if (typeof covers === 'string') return covers === slot.digest;
  return covers?.[`${slot.id} ${slot.rule}`] === slot.digest;
}

/** The person a field names, who must hold one of the roles as well where some are given. */
export function mayGive(program: Program, slot: Slot, by: string, at: string): boolean {
  const held = slot.roles.some((role) => holdsRole(program, by, role, at, slot.scope));
  if (slot.person === undefined) return held;
  const named = personId(program, slot.person) === personId(program, by);
  return named && (slot.roles.length === 0 || held);
}

function isBlocked(program: Program, slot: Slot, given: GivenApproval): boolean {
  return slot.block.some((role) =>
    role === 'owner'
      ? slot.owner !== undefined && personId(program, slot.owner) === personId(program, given.by)
      : holdsRole(program, given.by, role, given.at),
  );
}

/** Worth of a word of somebody who may give it. */
function worthOf(program: Program, slot: Slot, given: GivenApproval): RequirementState {
  if (given.decision === 'rejected') return 'invalid';
  const self = personId(program, given.by) === personId(program, slot.author);
  if (self && !slot.independent) return 'self_approval';
  if (!coversSlot(given, slot)) return 'stale';
  return LEVELS.indexOf(given.level) < LEVELS.indexOf(slot.level)
    ? 'evidence_too_low'
    : 'satisfied';
}

/** What one approval is worth for one slot; undefined when it has nothing to do with it. */
function judge(program: Program, slot: Slot, given: GivenApproval): RequirementState | undefined {
  if (!concerns(given, slot)) return undefined;
  const named = given.action === slot.rule;
  const able = mayGive(program, slot, given.by, given.at);
  if (!able && !named) return undefined;
  if (isBlocked(program, slot, given)) return 'blocked_role';
  if (able) return worthOf(program, slot, given);
  // A rule may ask several people: a word for another of its slots says nothing about this one.
  return slot.person === undefined ? 'invalid' : undefined;
}

/** Nearest to being enough first: it tells the reader what to repair. */
const NEAREST: readonly RequirementState[] = [
  'evidence_too_low',
  'stale',
  'self_approval',
  'blocked_role',
  'invalid',
];

export type Judgement = { state: RequirementState; approvals: readonly GivenApproval[] };

/** The author's own change is the agreement of an independent rule's holder (domain 3.3). */
function authorCounts(program: Program, slot: Slot, asOf: string): boolean {
  if (!slot.independent || !mayGive(program, slot, slot.author, asOf)) return false;
  const word = {
    by: slot.author,
    at: asOf,
    decision: 'approved',
    level: 'L0',
    covers: 'head',
  } as const;
  return !isBlocked(program, slot, word);
}

/** Whether a slot is filled by distinct people, and if not, by how little it is missed. A rejection stands. */
export function judgeSlot(
  program: Program,
  slot: Slot,
  given: readonly GivenApproval[],
  asOf: string,
): Judgement {
  const judged = given.flatMap((approval) => {
    const state = judge(program, slot, approval);
    return state === undefined ? [] : [{ approval, state }];
  });
  const good = judged.filter(({ state }) => state === 'satisfied').map(({ approval }) => approval);
  const people = new Set(good.map(({ by }) => personId(program, by)));
  if (authorCounts(program, slot, asOf)) people.add(personId(program, slot.author));
  const rejected = judged.some(
    ({ approval, state }) => approval.decision === 'rejected' && state === 'invalid',
  );
  if (people.size >= slot.count && !rejected) return { state: 'satisfied', approvals: good };
  const state = NEAREST.find((each) => judged.some((entry) => entry.state === each)) ?? 'missing';
  return { state: rejected ? 'invalid' : state, approvals: judged.map(({ approval }) => approval) };
}

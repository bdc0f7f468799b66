import type { Program } from '../program/program.ts';
import type { Approval } from '../record/header.ts';
import { valueAt } from '../text/field-value.ts';
import { positionOf } from '../text/positions.ts';
import { holds, pick } from './condition.ts';
import { coversOf } from './covers-of.ts';
import {
  type GivenApproval,
  judgeSlot,
  mayGive,
  type RequirementState,
  type Slot,
} from './judge-approvals.ts';
import { matchingRules, type RuleMatch } from './matching-rules.ts';
import { holdersOf } from './role-holders.ts';
import type { Ask, EvidenceLevel } from './rule.ts';
import { leastLevel, rulesInForce } from './rules-in-force.ts';

export type ApprovalInput = {
  before: Program;
  after: Program;
  /** Who made the change: person id, `@login` or e-mail. */
  author: string;
  /** Reviews read live; those written into records are read from `after`. */
  approvals: readonly GivenApproval[];
  asOf: string;
  /** Policy, roles and role holdings count as of the merge base (rulings A4). */
  policyAtBase: Program;
};

/** One approval that a change needs, and how it stands. */
export type Requirement = {
  rule: string;
  /** Record id, `G-2/security_grc`, or a settings file. */
  id: string;
  file: string;
  line: number;
  column: number;
  /** Changed fields that call for it, dotted. */
  fields: readonly string[];
  /** Roles of which one will do, or the person a field names. */
  roles: readonly string[];
  person: string | undefined;
  /** Workstream the role is asked for, or `program`. */
  scope: string;
  count: number;
  state: RequirementState;
  minEvidence: EvidenceLevel;
  /** What an approval has to name in `covers`. */
  covers: string;
  approvals: readonly GivenApproval[];
  /** Person ids who could give it. */
  whoCan: readonly string[];
};

const WHOLE = 'program';

/** Workstreams an ask is for: one, or as many as a fact lists. */
function scopesOf(ask: Ask, match: RuleMatch): readonly string[] {
  if (ask.scope === undefined || ask.scope === WHOLE) return [WHOLE];
  if (ask.scope === 'record') return [match.change.workstream];
  const listed = match.judged.fact(ask.scope);
  return Array.isArray(listed) ? listed.map(String) : [];
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function slotsOf(input: ApprovalInput, match: RuleMatch, ask: Ask): Slot[] {
  if (ask.if !== undefined && !holds(ask.if, match.judged)) return [];
  const { rule, change } = match;
  return scopesOf(ask, match).map((scope) => ({
    rule: rule.id,
    id: change.id,
    digest: coversOf(change.after, rule),
    roles: ask.roles ?? [],
    person: ask.person === undefined ? undefined : textOf(pick(match.judged, ask.person)),
    scope,
    block: rule.block ?? [],
    owner: textOf(valueAt(change.after, ['owner'])),
    author: input.author,
    independent: rule.independent ?? false,
    level: leastLevel(input.policyAtBase, rule),
    count: ask.count ?? 1,
  }));
}

function whoCan(input: ApprovalInput, slot: Slot): readonly string[] {
  const base = input.policyAtBase;
  const people =
    slot.person === undefined
      ? slot.roles.flatMap((role) => holdersOf(base, role, input.asOf, slot.scope))
      : [slot.person];
  return [...new Set(people)].filter((person) => {
    const author = !slot.independent && person === input.author;
    const barred = slot.block.some((role) =>
      role === 'owner' ? person === slot.owner : holdersOf(base, role, input.asOf).includes(person),
    );
    return !author && !barred && mayGive(base, slot, person, input.asOf);
  });
}

/** Approvals written into the changed record: declared, unless the caller knows more. */
const declared = ({ change }: RuleMatch): GivenApproval[] => {
  const list = valueAt(change.after, ['approvals']);
  return (Array.isArray(list) ? (list as Approval[]) : []).map((entry) => ({
    by: entry.by,
    at: entry.at,
    decision: entry.decision,
    level: 'L0',
    action: entry.action,
    record: change.id,
    covers: entry.covers,
    ref: entry.ref,
  }));
};

function placeOf(after: Program, match: RuleMatch): { line: number; column: number } {
  const text = after.files.get(match.change.path)?.text;
  const field = match.fields[0];
  if (text === undefined || field === undefined) return { line: 1, column: 1 };
  return positionOf(text, field.split('.'));
}

function requirementsOf(input: ApprovalInput, match: RuleMatch): Requirement[] {
  const { policyAtBase: base, asOf } = input;
  const given = [...input.approvals, ...declared(match)];
  const place = placeOf(input.after, match);
  const slots = match.rule.require.flatMap((ask) => slotsOf(input, match, ask));
  return slots.map((slot) => ({
    rule: slot.rule,
    id: slot.id,
    file: match.change.path,
    ...place,
    fields: match.fields,
    roles: slot.roles,
    person: slot.person,
    scope: slot.scope,
    count: slot.count,
    ...judgeSlot(base, slot, given, asOf),
    minEvidence: slot.level,
    covers: slot.digest,
    whoCan: whoCan(input, slot),
  }));
}

/**
 * Decision rights (domain part 3): every approval that the change from `before` to `after` needs under the rules in
 * force at the base, and whether it is there. All matching rules apply. Empty in the lite profile (rulings A2).
 */
export function requiredApprovals(input: ApprovalInput): Requirement[] {
  const { before, after, policyAtBase, asOf } = input;
  const rules = rulesInForce(policyAtBase);
  if (rules.length === 0) return [];
  return matchingRules(before, after, rules, asOf).flatMap((match) => requirementsOf(input, match));
}

import type { Program } from '../../program/program.ts';
import { mayMove } from '../lifecycle.ts';
import type { AnyRecord, RecordKind, RecordOf } from '../record-types.ts';
import { recordTypes } from '../record-types.ts';
import { assumptionGuards } from './assumption-guards.ts';
import { benefitGuards } from './benefit-guards.ts';
import { changeGuards } from './change-guards.ts';
import { criterionGuards } from './criterion-guards.ts';
import { decisionGuards } from './decision-guards.ts';
import { dependencyGuards } from './dependency-guards.ts';
import { gateGuards } from './gate-guards.ts';
import type { Guard, Standing, Unmet } from './guard.ts';
import { fieldOf, isSaid, unmet } from './guard.ts';
import { issueGuards } from './issue-guards.ts';
import { milestoneGuards } from './milestone-guards.ts';
import { releaseGuards } from './release-guards.ts';
import { riskGuards } from './risk-guards.ts';

type Guards = { readonly [Kind in RecordKind]?: readonly Guard<Kind>[] };

/** What each type asks for beyond required fields. Decision rights are `policy/`'s, not here. */
const guards: Guards = {
  milestone: milestoneGuards,
  gate: gateGuards,
  criterion: criterionGuards,
  risk: riskGuards,
  assumption: assumptionGuards,
  issue: issueGuards,
  dependency: dependencyGuards,
  decision: decisionGuards,
  change: changeGuards,
  release: releaseGuards,
  benefit: benefitGuards,
};

function missingFields(kind: RecordKind, data: unknown, to: string): readonly Unmet[] {
  const required: Readonly<Record<string, readonly string[] | undefined>> =
    recordTypes[kind].lifecycle.required;
  return (required[to] ?? [])
    .filter((field) => !isSaid(fieldOf(data, field)))
    .map((field) => unmet('missing', field, { field, state: to }));
}

function applies(guard: Guard<RecordKind>, from: string | undefined, to: string): boolean {
  if (!guard.to.includes(to)) return false;
  return guard.from === undefined || (from !== undefined && guard.from.includes(from));
}

function checkGuards(standing: Standing<RecordKind>): readonly Unmet[] {
  const list = (guards[standing.kind] ?? []) as readonly Guard<RecordKind>[];
  return list
    .filter((guard) => applies(guard, standing.from, standing.to))
    .flatMap((guard) => guard.check(standing) ?? []);
}

/** `data` is as read: every array is there. */
function checkStanding(standing: Standing<RecordKind>): readonly Unmet[] {
  const { kind, data, from, to } = standing;
  const { lifecycle } = recordTypes[kind];
  if (to === 'void') return [];
  if (from === undefined && to === lifecycle.states[0]) return [];
  if (from !== undefined && !mayMove(lifecycle, from, to)) {
    const moves: Readonly<Record<string, readonly string[] | undefined>> = lifecycle.moves;
    return [unmet('not-allowed', 'status', { from, to, allowed: moves[from] ?? [] })];
  }
  return [...missingFields(kind, data, to), ...checkGuards(standing)];
}

/**
 * Everything that keeps a record out of state `to` (domain part 1): a move the lifecycle does not know (`not-allowed`),
 * required fields (`missing`), and the type's own guards. `dataAfter` is the record after the change, as read or raw;
 * `from` is undefined for a new record, which may always be captured in its first state (rulings B4). `asOf` is
 * YYYY-MM-DD. Empty means: nothing is in the way. Approvals are judged by `policy/`.
 */
export function unmetGuards(
  program: Program,
  kind: RecordKind,
  dataAfter: Readonly<Record<string, unknown>>,
  from: string | undefined,
  to: string,
  asOf: string,
): readonly Unmet[] {
  // Raw data of an edit gets its defaults here, so that guards may trust arrays to be there.
  const parsed = recordTypes[kind].schema.safeParse(dataAfter);
  if (!parsed.success) return to === 'void' ? [] : [unmet('not-readable', undefined, {})];
  const data = parsed.data as RecordOf<RecordKind>;
  return checkStanding({ program, kind, id: String(dataAfter.id ?? ''), data, from, to, asOf });
}

/** What a record of the program lacks for state `to`; its own state asks what it lacks where it stands. */
export const guardsFor = (
  program: Program,
  { kind, id, data }: AnyRecord,
  to: string,
  asOf: string,
): readonly Unmet[] => checkStanding({ program, kind, id, data, from: data.status, to, asOf });

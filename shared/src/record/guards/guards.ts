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

/** Data as read; raw data of an edit gets its defaults here, so that guards may trust arrays to be there. */
function asRead<Kind extends RecordKind>(kind: Kind, data: unknown): RecordOf<Kind> | undefined {
  if (Array.isArray((data as { links?: unknown }).links)) return data as RecordOf<Kind>;
  const parsed = recordTypes[kind].schema.safeParse(data);
  return parsed.success ? (parsed.data as RecordOf<Kind>) : undefined;
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
  const { lifecycle } = recordTypes[kind];
  if (to === 'void') return [];
  if (from === undefined && to === lifecycle.states[0]) return [];
  if (from !== undefined && !mayMove(lifecycle, from, to)) {
    const moves: Readonly<Record<string, readonly string[] | undefined>> = lifecycle.moves;
    return [unmet('not-allowed', 'status', { from, to, allowed: moves[from] ?? [] })];
  }
  const data = asRead(kind, dataAfter);
  if (data === undefined) return [unmet('not-readable', undefined, {})];
  const standing = { program, kind, id: String(dataAfter.id ?? ''), data, from, to, asOf };
  return [...missingFields(kind, data, to), ...checkGuards(standing)];
}

/** What a record of the program lacks for state `to`; its own state asks what it lacks where it stands. */
export const guardsFor = (
  program: Program,
  record: AnyRecord,
  to: string,
  asOf: string,
): readonly Unmet[] => unmetGuards(program, record.kind, record.data, record.data.status, to, asOf);

import { holdersOf, holdsRole } from '../../policy/role-holders.ts';
import { ok } from '../../result.ts';
import { sameValue } from '../../text/field-value.ts';
import type { FileEdit } from '../edit.ts';
import { changeOf, editOf } from '../edit-of.ts';
import { gateDigest } from '../gate-digest.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, type Refused, refuse } from '../plan-context.ts';
import { fileData, findTarget, requireRecords, type Target } from '../target.ts';

/** A gate is signed off per role, in a file that one role can own (domain 1.7, rulings B2). */
export type SignOffGate = {
  intent: 'sign-off';
  gate: string;
  role: string;
  decision: 'approved' | 'approved_with_conditions' | 'rejected';
  /** Ids of the actions that must follow. */
  conditions?: readonly string[];
  comment?: string;
  valid_until?: string;
  delegate_of?: string;
  /** Web address of the review that proves it. */
  ref?: string;
};

/** In lite a sign-off is declared and shown as such; elsewhere the role must be held today. */
function checkRole(intent: SignOffGate, gate: Target, context: PlanContext): Refused | undefined {
  const { program, by, today } = context;
  const { role } = intent;
  const { workstream } = gate.data;
  const scope = typeof workstream === 'string' ? workstream : 'program';
  const declared = program.charter.profile === 'lite';
  if (declared || holdsRole(program, by, role, today, scope)) return undefined;
  return refuse('role-not-held', { role, by }, holdersOf(program, role, today, scope));
}

function checkContent(intent: SignOffGate, context: PlanContext): Refused | undefined {
  const conditions = intent.conditions ?? [];
  if (intent.decision === 'approved_with_conditions' && conditions.length === 0) {
    return refuse('conditions-missing', { gate: intent.gate }, [context.by]);
  }
  if (intent.decision === 'rejected' && !intent.comment) {
    return refuse('comment-missing', { gate: intent.gate, role: intent.role }, [context.by]);
  }
  if (intent.valid_until !== undefined && intent.valid_until < context.today) {
    return refuse('date-in-past', { field: 'valid_until', date: intent.valid_until });
  }
  const known = requireRecords(context, conditions);
  return known.ok ? undefined : known;
}

/** The last word of a role replaces the one before; Git keeps the history. */
function signOffFile(
  path: string,
  data: Record<string, unknown>,
  old: Target['data'] | undefined,
): FileEdit {
  if (old === undefined) return { kind: 'create', path, id: undefined, data };
  const gone = Object.keys(old).filter((key) => !Object.hasOwn(data, key));
  return changeOf({ path }, [
    ...Object.keys(data)
      .filter((key) => !sameValue(old[key], data[key]))
      .map((key) => ({ op: 'set' as const, path: [key], value: data[key], was: old[key] })),
    ...gone.map((key) => ({ op: 'remove' as const, path: [key], was: old[key] })),
  ]);
}

export function planSignOff(intent: SignOffGate, context: PlanContext): Planned {
  const gate = findTarget(context, intent.gate, 'gate');
  if (!gate.ok) return gate;
  const { status } = gate.value;
  if (status === 'void' || status === 'closed') {
    return refuse('gate-is-over', { gate: intent.gate, status });
  }
  const refusal = checkRole(intent, gate.value, context) ?? checkContent(intent, context);
  if (refusal !== undefined) return refusal;
  const { intent: name, gate: id, role, decision, ...rest } = intent;
  const data = {
    gate: id,
    role,
    signatory: context.by,
    decision,
    at: context.at,
    covers: gateDigest(context.program, id),
    ...filled(rest),
  };
  const path = `gates/${id}/signoffs/${role}.yaml`;
  const exists = context.program.files.has(path);
  const old = fileData(context, path);
  if (exists && old === undefined) return refuse('broken-record', { id, path });
  const file = signOffFile(path, data, old);
  const verb = decision === 'rejected' ? 'Reject' : 'Sign off';
  return ok(editOf(name, [id], `${verb} ${id} as ${role}`, [file]));
}

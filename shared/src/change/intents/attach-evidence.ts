import { ok } from '../../result.ts';
import type { FieldOp } from '../edit.ts';
import { changeRecord } from '../edit-of.ts';
import { type EvidenceGiven, evidenceEntry, isSafeLink } from '../evidence-entry.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { append, findTarget } from '../target.ts';

/** A link or a file that proves something. It changes no status and is not logged (rulings B5). */
export type AttachEvidence = { intent: 'attach-evidence'; id: string; evidence: EvidenceGiven };

function evidenceOp(kind: string, given: EvidenceGiven, context: PlanContext): FieldOp {
  if (kind !== 'milestone') return append('evidence', evidenceEntry(given, context));
  const key = given.url ?? given.path;
  return append('external', {
    system: 'url',
    key,
    ...(given.url ? { url: given.url } : {}),
    role: 'evidence',
  });
}

export function planAttachEvidence(intent: AttachEvidence, context: PlanContext): Planned {
  const { id, evidence } = intent;
  const { url, path } = evidence;
  if (!url && !path) return refuse('nothing-to-attach', { id }, [context.by]);
  if (url && !isSafeLink(url)) return refuse('unsafe-link', { url });
  const target = findTarget(context, id, 'criterion', 'assumption', 'action', 'milestone');
  if (!target.ok) return target;
  const op = evidenceOp(target.value.kind, evidence, context);
  return ok(changeRecord(intent.intent, target.value, `Attach evidence to ${id}`, [op]));
}

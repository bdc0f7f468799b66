import { ok } from '../../result.ts';
import { editOf } from '../edit-of.ts';
import { type CaptureHeader, newNumbered } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { requireRecords } from '../target.ts';

type Side = { team?: string; owner?: string; milestone?: string; item?: string; vendor?: boolean };

/** Domain 1.11: who needs (consumer) what from whom (provider) by when. Title alone makes a draft. */
export type TagDependency = CaptureHeader & {
  intent: 'tag-dependency';
  consumer?: Side;
  provider?: Side;
  type?: string;
  deliverable?: string;
  acceptance?: string;
  need_by?: string;
  criticality?: string;
  fallback?: string;
  lead_time_days?: number;
};

export function planTagDependency(intent: TagDependency, context: PlanContext): Planned {
  const { intent: name, ...fields } = intent;
  const { consumer, provider, need_by } = fields;
  if (need_by !== undefined && need_by < context.today) {
    return refuse('date-in-past', { field: 'need_by', date: need_by });
  }
  if (consumer?.item !== undefined && consumer.item === provider?.item) {
    return refuse('same-item-both-sides', { item: consumer.item });
  }
  const known = requireRecords(context, [
    consumer?.team,
    provider?.team,
    consumer?.milestone,
    provider?.milestone,
    ...(fields.affects ?? []),
  ]);
  if (!known.ok) return known;
  const file = newNumbered(context, 'dependency', fields);
  return ok(editOf(name, [file.id], `Tag dependency ${file.id}: ${fields.title}`, [file]));
}

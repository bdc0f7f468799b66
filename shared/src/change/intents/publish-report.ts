import { ok } from '../../result.ts';
import { datedId } from '../dated-id.ts';
import { editOf } from '../edit-of.ts';
import { newRecord, takenIds } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { requireRecords } from '../target.ts';

type Rag = 'green' | 'amber' | 'red' | 'not_started' | 'complete';

/** What was reported, kept beside what was computed at that moment (domain 1.18). */
export type PublishReport = {
  intent: 'publish-report';
  artefact: string;
  /** ISO week, `2026-W14`. */
  period: string;
  overall: { rag: Rag; trend?: string; rationale?: string };
  items?: readonly {
    ref: string;
    rag: Rag;
    trend?: string;
    note?: string;
    path_to_green?: string;
  }[];
  computed?: readonly { ref: string; rag: string }[];
  due_at?: string;
  digest?: string;
  title?: string;
};

export function planPublishReport(intent: PublishReport, context: PlanContext): Planned {
  const { intent: name, ...fields } = intent;
  const { artefact, period } = fields;
  if (!/^\d{4}-W\d{2}$/.test(period)) return refuse('not-a-week', { period });
  const refs = (fields.items ?? []).map(({ ref }) => ref).filter((ref) => ref !== 'program');
  const known = requireRecords(context, refs);
  if (!known.ok) return known;
  const words = artefact === 'weekly_status' ? '' : artefact;
  const id = datedId(`RPT-${period}`, words, takenIds(context));
  const draft = newRecord(context, 'report', id, {
    owner: context.by,
    ...fields,
    title: fields.title ?? `${artefact.replaceAll('_', ' ')} ${period}`,
    published_at: context.at,
    by: context.by,
  });
  const file = { ...draft, data: { ...draft.data, status: 'published' } };
  return ok(editOf(name, [id], `Publish report ${id}`, [file]));
}

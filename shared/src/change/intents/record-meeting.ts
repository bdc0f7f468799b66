import { ok } from '../../result.ts';
import { datedId } from '../dated-id.ts';
import { editOf } from '../edit-of.ts';
import { newRecord, takenIds } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { requireRecords } from '../target.ts';

/** A meeting held or planned, with what came out of it (domain 1.18). */
export type RecordMeeting = {
  intent: 'record-meeting';
  forum: string;
  /** Day or RFC 3339 time. */
  held_at: string;
  title?: string;
  attendees?: readonly string[];
  decisions?: readonly string[];
  actions?: readonly string[];
  minutes_due_at?: string;
  minutes_published_at?: string;
};

export function planRecordMeeting(intent: RecordMeeting, context: PlanContext): Planned {
  const { intent: name, held_at, ...fields } = intent;
  if (fields.forum.trim() === '') return refuse('forum-missing', {}, [context.by]);
  const known = requireRecords(context, [...(fields.decisions ?? []), ...(fields.actions ?? [])]);
  if (!known.ok) return known;
  const day = held_at.slice(0, 10);
  const id = datedId(`MTG-${day}`, fields.forum, takenIds(context));
  const planned = newRecord(context, 'meeting', id, {
    owner: context.by,
    ...fields,
    title: fields.title ?? `${fields.forum} of ${day}`,
    at: held_at,
  });
  const status = day <= context.today ? 'held' : 'planned';
  const file = { ...planned, data: { ...planned.data, status } };
  return ok(editOf(name, [id], `Record meeting ${id}`, [file]));
}

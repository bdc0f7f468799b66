import { ok } from '../../result.ts';
import { valueAt } from '../../text/field-value.ts';
import { changeOf, editOf } from '../edit-of.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { append, fileData, findTarget } from '../target.ts';

/** One thing that happened during the cutover; the run file only grows (domain 1.15). */
export type RecordReleaseEvent = {
  intent: 'record-release-event';
  release: string;
  step: string;
  event: 'ready' | 'started' | 'done' | 'failed' | 'skipped' | 'blocked' | 'rolled_back';
  note?: string;
};

export function planRecordReleaseEvent(intent: RecordReleaseEvent, context: PlanContext): Planned {
  const { release: id, step, event, note } = intent;
  const target = findTarget(context, id, 'release');
  if (!target.ok) return target;
  const { status, data } = target.value;
  if (status !== 'approved' && status !== 'executing')
    return refuse('not-executing', { id, status });
  const steps = Array.isArray(data.steps) ? data.steps : [];
  const known = steps.map((each) => String(valueAt(each, ['id'])));
  if (!known.includes(step)) return refuse('unknown-step', { id, step, steps: known });
  const path = `releases/${id}/run.yaml`;
  const entry = filled({ step, event, at: context.at, by: context.by, note });
  const exists = context.program.files.has(path);
  if (exists && fileData(context, path) === undefined) return refuse('broken-record', { id, path });
  const file = exists
    ? changeOf({ path }, [append('events', entry)])
    : { kind: 'create' as const, path, id: undefined, data: { release: id, events: [entry] } };
  return ok(editOf(intent.intent, [id], `Record ${step} ${event}`, [file]));
}

import * as z from 'zod';
import {
  Day,
  Duration,
  Line,
  Lines,
  Moment,
  PersonRef,
  Ref,
  Refs,
  Text,
  Timestamp,
} from './field.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = [
  'draft',
  'planned',
  'approved',
  'executing',
  'completed',
  'rolled_back',
  'aborted',
  'closed',
] as const;

const Count = z.int().min(0).max(1_000_000);

const Step = z.looseObject({
  id: z.string(),
  phase: z
    .enum(['prepare', 'freeze', 'cutover', 'validate', 'decision', 'rollback', 'hypercare'])
    .default('cutover'),
  type: z.enum(['task', 'checkpoint', 'decision', 'comms']).default('task'),
  title: Line,
  owner: PersonRef.optional(),
  backup: PersonRef.optional(),
  team: Ref.optional(),
  environment: Line.optional(),
  /** Minutes from T0. */
  offset_min: z.number().optional(),
  planned_start: Timestamp.optional(),
  duration_min: Duration.optional(),
  after: Refs,
  runbook: Line.optional(),
  verification: Text.optional(),
  rollback_step: Ref.optional(),
  critical: z.boolean().default(false),
});
export type Step = z.infer<typeof Step>;

/** Domain 1.15: `releases/REL-2/plan.yaml`, steps inside, approved as one runbook. */
export const Release = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('draft'),
  name: Line.optional(),
  version: Line.optional(),
  strategy: z
    .enum(['big_bang', 'phased', 'wave', 'canary', 'blue_green', 'parallel_run'])
    .optional(),
  environments: Lines,
  milestone: Ref.optional(),
  gate: Ref.optional(),
  change_window: z
    .looseObject({ start: Timestamp, end: Timestamp, timezone: Line.optional() })
    .optional(),
  released_on: Day.optional(),
  itsm_changes: Lines,
  rollback: z
    .looseObject({
      triggers: z
        .array(z.looseObject({ signal: Line, threshold: z.unknown().optional() }))
        .default([]),
      authority: PersonRef.optional(),
      point_of_no_return: Ref.optional(),
      max_minutes: Duration.optional(),
      rehearsed_on: Day.optional(),
      evidence: z.unknown().optional(),
    })
    .optional(),
  comms: z
    .array(
      z.looseObject({
        audience: Line,
        when: Line.optional(),
        channel: Line.optional(),
        owner: PersonRef.optional(),
        sent_at: Moment.optional(),
      }),
    )
    .default([]),
  hypercare: z.looseObject({ from: Day.optional(), to: Day.optional() }).optional(),
  handover: z.looseObject({ accepted_by: PersonRef.optional() }).optional(),
  steps: z.array(Step).default([]),
  outcome: z
    .looseObject({
      result: z.enum(['success', 'success_with_issues', 'failed', 'rolled_back']),
      failed_change: z.boolean().default(false),
      incidents: Lines,
      defects_found: z.looseObject({ preprod: Count, production: Count, as_of: Day }).optional(),
    })
    .optional(),
});
export type Release = z.infer<typeof Release>;

export const releaseLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['closed'],
  moves: {
    draft: ['planned'],
    planned: ['approved', 'draft'],
    approved: ['executing', 'planned'],
    executing: ['completed', 'rolled_back', 'aborted'],
    completed: ['closed'],
    rolled_back: ['closed'],
    aborted: ['closed'],
  },
  required: {
    planned: ['owner', 'milestone', 'change_window', 'steps'],
    approved: ['owner', 'milestone', 'gate', 'change_window', 'rollback', 'steps'],
    executing: ['owner', 'change_window', 'rollback', 'steps'],
    completed: ['outcome'],
    rolled_back: ['outcome'],
    closed: ['outcome'],
  },
};

/** `releases/REL-2/run.yaml`: append-only, written during cutover; step status is derived from it. */
export const ReleaseRun = z.looseObject({
  release: Ref,
  events: z
    .array(
      z.looseObject({
        step: Ref,
        event: z.enum(['ready', 'started', 'done', 'failed', 'skipped', 'blocked', 'rolled_back']),
        at: Timestamp,
        by: PersonRef.optional(),
        note: Text.optional(),
      }),
    )
    .default([]),
});
export type ReleaseRun = z.infer<typeof ReleaseRun>;

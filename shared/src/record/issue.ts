import * as z from 'zod';
import { Day, Money, PersonRef, Ref, Refs, Text } from './field.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = [
  'new',
  'triaged',
  'in_progress',
  'resolved',
  'closed',
  'deferred',
  'rejected',
  'duplicate',
] as const;

/** Domain 1.10. Requests for change live in change requests. */
export const Issue = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('new'),
  type: z
    .enum(['problem_concern', 'off_specification', 'external_event', 'business_opportunity'])
    .default('problem_concern'),
  severity: z.enum(['critical', 'high', 'medium', 'low']).optional(),
  priority: z.enum(['p1', 'p2', 'p3', 'p4']).optional(),
  impact: Text.optional(),
  schedule_impact_days: z.number().optional(),
  cost_impact: Money.optional(),
  affects: Refs,
  root_cause: Text.optional(),
  root_cause_category: z
    .enum([
      'coding',
      'design',
      'specification',
      'communication',
      'environment',
      'process',
      'vendor',
      'unknown',
    ])
    .optional(),
  analysis: Text.optional(),
  corrective_action_plan: Text.optional(),
  workaround: Text.optional(),
  target_resolution_date: Day.optional(),
  resolved_on: Day.optional(),
  resolution: Text.optional(),
  verified_by: PersonRef.optional(),
  closed_on: Day.optional(),
  reopenings: z
    .array(
      z.looseObject({
        on: Day,
        by: PersonRef.optional(),
        reason: Text.optional(),
        previous_closed_on: Day.optional(),
      }),
    )
    .default([]),
  escalation: Ref.optional(),
  from_risk: Ref.optional(),
  found_in: z.enum(['preprod', 'production']).optional(),
});
export type Issue = z.infer<typeof Issue>;

const triaged = ['owner', 'severity', 'affects'];

export const issueLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['closed', 'rejected', 'duplicate'],
  moves: {
    new: ['triaged', 'rejected', 'duplicate'],
    triaged: ['in_progress', 'deferred', 'rejected', 'duplicate'],
    in_progress: ['resolved', 'deferred'],
    deferred: ['triaged'],
    resolved: ['closed', 'in_progress'],
    closed: ['in_progress'],
  },
  required: {
    triaged,
    in_progress: [...triaged, 'target_resolution_date'],
    deferred: triaged,
    resolved: [...triaged, 'resolution', 'resolved_on'],
    closed: ['owner', 'severity', 'resolution', 'resolved_on', 'closed_on'],
  },
};

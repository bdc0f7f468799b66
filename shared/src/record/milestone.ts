import * as z from 'zod';
import { Day, Duration, Line, Lines, Moment, PersonRef, Ref, Refs } from './field.ts';
import { Approval, header, Match } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = [
  'planned',
  'committed',
  'in_progress',
  'achieved',
  'deferred',
  'cancelled',
] as const;

export const ForecastEntry = z.looseObject({
  as_of: Day,
  date: Day,
  by: PersonRef.optional(),
  reason: Line.optional(),
  confidence: z.enum(['low', 'medium', 'high']).optional(),
});

/** Domain 1.6. "Missed", "late" and "at risk" are computed, never states. */
export const Milestone = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('planned'),
  type: z
    .enum([
      'internal',
      'external',
      'phase_end',
      'gate',
      'release',
      'cutover',
      'decision',
      'vendor_deliverable',
      'regulatory',
      'payment',
    ])
    .default('internal'),
  external_commitment: z.boolean().default(false),
  communicated: z.array(z.looseObject({ to: Line, on: Day, channel: Line.optional() })).default([]),
  baseline_date: Day.optional(),
  committed_date: Day.optional(),
  baseline_history: z
    .array(
      z.looseObject({
        at: Moment,
        from: Day.optional(),
        to: Day,
        reason: Line.optional(),
        ref: Ref.optional(),
        approvals: z.array(Approval).default([]),
      }),
    )
    .default([]),
  forecast_date: Day.optional(),
  forecast_history: z.array(ForecastEntry).default([]),
  actual_date: Day.optional(),
  start_date: Day.optional(),
  actual_start: Day.optional(),
  /** Working days. Three points win over `duration_days`. */
  estimate: z
    .looseObject({
      optimistic: Duration.optional(),
      likely: Duration.optional(),
      pessimistic: Duration.optional(),
      duration_days: Duration.optional(),
      remaining_days: Duration.optional(),
    })
    .optional(),
  predecessors: z
    .array(
      z.looseObject({
        on: Ref,
        type: z.enum(['FS', 'SS', 'FF', 'SF']).default('FS'),
        lag_days: z.int().min(-100_000).max(100_000).default(0),
      }),
    )
    .default([]),
  gate: Ref.optional(),
  acceptance_criteria: Lines,
  deliverables: Lines,
  critical: z.boolean().optional(),
  benefits: Refs,
  match: Match.optional(),
});
export type Milestone = z.infer<typeof Milestone>;

const committed = [
  'owner',
  'committed_date',
  'baseline_date',
  'forecast_date',
  'acceptance_criteria',
];

export const milestoneLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['achieved', 'cancelled'],
  moves: {
    planned: ['committed', 'cancelled', 'deferred'],
    committed: ['in_progress', 'cancelled', 'deferred'],
    in_progress: ['achieved', 'cancelled', 'deferred'],
    deferred: ['committed'],
    achieved: ['in_progress'],
  },
  required: {
    committed,
    in_progress: committed,
    achieved: ['owner', 'committed_date', 'actual_date'],
  },
};

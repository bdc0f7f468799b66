import * as z from 'zod';
import { Day, Line, Moment, PersonRef, Ref, Refs, Text } from './field.ts';
import { header, Match } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = ['draft', 'defined', 'in_review', 'decided', 'closed'] as const;

const Count = z.int().min(0).max(100_000);

/** Domain 1.7. The gate file; its criteria and sign-offs are files of their own. */
export const Gate = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('draft'),
  type: z
    .enum(['phase', 'readiness', 'go_no_go', 'orr', 'prr', 'security', 'cutover', 'decommission'])
    .default('readiness'),
  milestone: Ref.optional(),
  release: Ref.optional(),
  review_date: Day.optional(),
  decider: PersonRef.optional(),
  required_signoffs: z
    .array(z.looseObject({ role: z.string(), mandatory: z.boolean().default(true) }))
    .default([]),
  /** 0..100; the verdict asks strict >= threshold. */
  pass_threshold_pct: z.number().min(0).max(100).default(95),
  criteria_digest: z.string().optional(),
  decision: z
    .looseObject({
      outcome: z.enum(['go', 'conditional_go', 'no_go', 'deferred']),
      at: Moment,
      by: PersonRef,
      rationale: Text.optional(),
      conditions: Refs,
      snapshot: z
        .looseObject({
          applicable: Count,
          met: Count,
          waived: Count,
          not_met: Count,
          mandatory_unmet: Count,
          signoffs_ok: z.boolean(),
          as_of: Day,
          commit: z.string().optional(),
        })
        .optional(),
      reevaluate_on: Day.optional(),
    })
    .optional(),
  match: Match.optional(),
});
export type Gate = z.infer<typeof Gate>;

export const gateLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['closed'],
  moves: {
    draft: ['defined'],
    defined: ['in_review', 'draft'],
    in_review: ['decided'],
    decided: ['closed', 'in_review'],
  },
  required: {
    defined: ['milestone', 'review_date', 'owner'],
    in_review: ['milestone', 'review_date', 'owner', 'criteria_digest', 'decider'],
    decided: ['decision', 'decider'],
    closed: ['decision', 'decider'],
  },
};

/** Evidence of a criterion; `valid_days` are calendar days from `at`. */
export const Evidence = z.looseObject({
  url: Line.optional(),
  path: Line.optional(),
  kind: z.enum(['report', 'dashboard', 'check_run', 'document', 'screenshot', 'ticket']).optional(),
  at: Moment,
  by: PersonRef,
  valid_days: z.int().min(0).max(100_000).optional(),
});
export type Evidence = z.infer<typeof Evidence>;

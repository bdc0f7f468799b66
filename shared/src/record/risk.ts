import * as z from 'zod';
import {
  Day,
  Line,
  Lines,
  Moment,
  Money,
  PersonRef,
  ProbabilityPct,
  Rating,
  Ref,
  Refs,
  Text,
  ThreePoint,
} from './field.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = ['proposed', 'open', 'treating', 'accepted', 'occurred', 'closed'] as const;

export const RISK_CATEGORIES = [
  'schedule',
  'scope',
  'technical',
  'integration',
  'data',
  'environment',
  'capacity',
  'vendor',
  'security',
  'privacy',
  'compliance',
  'operational_readiness',
  'quality',
  'financial',
  'adoption',
  'governance',
  'external',
] as const;

const Score = z.looseObject({ probability: Rating, impact: Rating });

/** One rating at one day; the last `current` one is the score now. Append-only. */
export const Assessment = z.looseObject({
  at: Moment,
  by: PersonRef.optional(),
  state: z.enum(['inherent', 'current', 'residual']).default('current'),
  probability: Rating,
  impact: z
    .looseObject({
      schedule: Rating.optional(),
      cost: Rating.optional(),
      scope: Rating.optional(),
      quality: Rating.optional(),
      reputation: Rating.optional(),
    })
    .default({}),
  probability_pct: ProbabilityPct.optional(),
  note: Text.optional(),
});
export type Assessment = z.infer<typeof Assessment>;

/** Domain 1.8. "Because of *cause*, *event* may happen, resulting in *effect*". */
export const Risk = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('proposed'),
  kind: z.enum(['threat', 'opportunity']).default('threat'),
  cause: Text.optional(),
  event: Text.optional(),
  effect: Text.optional(),
  category: z.enum(RISK_CATEGORIES).optional(),
  affects: Refs,
  assessments: z.array(Assessment).default([]),
  quantitative: z
    .looseObject({
      probability_pct: ProbabilityPct.optional(),
      cost: z
        .looseObject({ min: Money.optional(), likely: Money, max: Money.optional() })
        .optional(),
      /** Working days. */
      schedule_days: ThreePoint.optional(),
      applies_to: Refs,
    })
    .optional(),
  proximity: z.looseObject({ from: Day, to: Day }).optional(),
  trigger: z
    .looseObject({
      description: Text.optional(),
      date: Day.optional(),
      metric: Line.optional(),
      threshold: z.union([z.number(), z.string()]).optional(),
    })
    .optional(),
  response: z
    .looseObject({
      strategy: z.enum([
        'avoid',
        'mitigate',
        'transfer',
        'share',
        'accept',
        'escalate',
        'prepare_contingency',
        'exploit',
        'enhance',
      ]),
      plan: Text.optional(),
      actions: Refs,
      action_owner: PersonRef.optional(),
      due: Day.optional(),
      cost: Money.optional(),
      target: Score.optional(),
    })
    .optional(),
  contingency_plan: Text.optional(),
  fallback_plan: Text.optional(),
  secondary_risks: Refs,
  acceptance: z
    .looseObject({
      by: PersonRef,
      at: Moment,
      authority_role: z.string(),
      rationale: Text,
      residual: Score.optional(),
      conditions: Lines,
      compensating_controls: Lines,
      expires: Day,
      decision: Ref.optional(),
      covers: z.string().optional(),
    })
    .optional(),
  review_due: Day.optional(),
  occurred_on: Day.optional(),
  issue: Ref.optional(),
  closed_on: Day.optional(),
  outcome: z
    .enum([
      'mitigated',
      'avoided',
      'transferred',
      'did_not_occur',
      'occurred',
      'escalated',
      'duplicate',
      'rejected',
    ])
    .optional(),
  closure_note: Text.optional(),
  escalated_to: Line.optional(),
});
export type Risk = z.infer<typeof Risk>;

/** Rulings B4: open asks for owner, effect, a rating and a review date; the rest is asked for at treating. */
const open = ['owner', 'effect', 'assessments', 'review_due'];
const treated = [...open, 'affects', 'cause', 'category', 'proximity'];

export const riskLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['closed'],
  moves: {
    proposed: ['open', 'closed'],
    open: ['treating', 'accepted', 'occurred', 'closed'],
    treating: ['accepted', 'occurred', 'closed'],
    accepted: ['open', 'occurred', 'closed'],
    occurred: ['closed'],
    closed: ['open'],
  },
  required: {
    open,
    treating: [...treated, 'response.strategy', 'response.plan'],
    accepted: [...treated, 'acceptance'],
    occurred: ['owner', 'occurred_on', 'issue'],
    closed: ['closed_on', 'outcome'],
  },
};

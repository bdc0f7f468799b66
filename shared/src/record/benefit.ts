import * as z from 'zod';
import { Day, Line, Lines, Refs, Text } from './field.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = [
  'proposed',
  'approved',
  'in_delivery',
  'tracking',
  'realized',
  'partially_realized',
  'not_realized',
  'abandoned',
] as const;

const Point = z.looseObject({ value: z.number(), date: Day });

/** Domain 1.16. Owner on the business side, never the program manager. */
export const Benefit = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('proposed'),
  type: z
    .enum([
      'cost_reduction',
      'cost_avoidance',
      'revenue',
      'risk_reduction',
      'efficiency',
      'quality',
      'customer',
      'compliance',
      'people',
    ])
    .default('efficiency'),
  nature: z.enum(['financial', 'non_financial']).default('non_financial'),
  cashable: z.boolean().optional(),
  hypothesis: Text.optional(),
  measure: z
    .looseObject({
      metric: Line,
      unit: Line.optional(),
      direction: z.enum(['up', 'down']).default('up'),
      source: Line.optional(),
      method: Text.optional(),
      frequency: Line.optional(),
    })
    .optional(),
  baseline: Point.optional(),
  target: Point.optional(),
  profile_mode: z.enum(['cumulative', 'per_period']).default('cumulative'),
  profile: z
    .array(
      z.looseObject({
        period_end: Day,
        planned: z.number(),
        forecast: z.number().optional(),
        actual: z.number().optional(),
        evidence: z.unknown().optional(),
      }),
    )
    .default([]),
  enablers: Refs,
  assumptions: Refs,
  dis_benefits: Lines,
  attribution_pct: z.number().min(0).max(100).optional(),
});
export type Benefit = z.infer<typeof Benefit>;

const approved = ['owner', 'hypothesis', 'measure', 'target'];

export const benefitLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['realized', 'partially_realized', 'not_realized', 'abandoned'],
  moves: {
    proposed: ['approved', 'abandoned'],
    approved: ['in_delivery', 'abandoned'],
    in_delivery: ['tracking', 'abandoned'],
    tracking: ['realized', 'partially_realized', 'not_realized', 'abandoned'],
  },
  required: {
    approved,
    in_delivery: approved,
    tracking: [...approved, 'baseline'],
    realized: [...approved, 'baseline', 'profile'],
    partially_realized: [...approved, 'baseline', 'profile'],
    not_realized: [...approved, 'baseline', 'profile'],
  },
};

import * as z from 'zod';
import { Day, Line, Rating, Refs, Text } from './field.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = ['open', 'validating', 'valid', 'invalid', 'retired'] as const;

/** Domain 1.9. */
export const Assumption = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('open'),
  statement: Text.optional(),
  basis: Text.optional(),
  confidence: z.enum(['low', 'medium', 'high']).optional(),
  impact_if_false: Text.optional(),
  impact_rating: Rating.optional(),
  affects: Refs,
  validate_by: Day.optional(),
  validation_method: Text.optional(),
  validated_on: Day.optional(),
  evidence: z.array(z.union([Line, z.looseObject({ url: Line.optional() })])).default([]),
  outcome_note: Text.optional(),
});
export type Assumption = z.infer<typeof Assumption>;

export const assumptionLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['valid', 'invalid', 'retired'],
  moves: {
    open: ['validating', 'valid', 'invalid', 'retired'],
    validating: ['valid', 'invalid'],
    valid: ['invalid'],
  },
  required: {
    open: ['statement', 'impact_if_false', 'validate_by'],
    validating: ['statement', 'impact_if_false', 'validate_by', 'owner'],
    valid: ['validated_on', 'evidence'],
  },
};

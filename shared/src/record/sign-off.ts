import * as z from 'zod';
import { Day, Line, Lines, Moment, PersonRef, Ref, Text } from './field.ts';

/** Domain 1.7: one file per role, `gates/G-2/signoffs/<role>.yaml`, so that one role can own it in Git. */
export const SignOff = z.looseObject({
  gate: Ref,
  role: z.string().regex(/^[a-z][a-z0-9_]{1,60}$/),
  signatory: PersonRef.optional(),
  decision: z
    .enum(['pending', 'approved', 'approved_with_conditions', 'rejected', 'not_required'])
    .default('pending'),
  at: Moment.optional(),
  /** Digest of the criteria set that was signed (rulings B1). */
  covers: z.string().optional(),
  conditions: Lines,
  comment: Text.optional(),
  delegate_of: PersonRef.optional(),
  valid_until: Day.optional(),
  ref: Line.optional(),
});
export type SignOff = z.infer<typeof SignOff>;

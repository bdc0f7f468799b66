import * as z from 'zod';
import { Day, Line, Moment, Ref, Text } from './field.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = ['open', 'in_progress', 'blocked', 'done', 'cancelled'] as const;

/** Domain 1.14. On time is judged against `original_due` (strict) and `due` (lenient). */
export const Action = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('open'),
  due: Day.optional(),
  original_due: Day.optional(),
  due_history: z
    .array(z.looseObject({ at: Moment, from: Day.optional(), to: Day, reason: Line.optional() }))
    .default([]),
  source: Ref.optional(),
  type: z
    .enum(['mitigation', 'corrective', 'preventive', 'follow_up', 'condition', 'communication'])
    .default('follow_up'),
  priority: Line.optional(),
  done_on: Day.optional(),
  evidence: z.array(z.union([Line, z.looseObject({ url: Line.optional() })])).default([]),
  cancel_reason: Text.optional(),
});
export type Action = z.infer<typeof Action>;

export const actionLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['done', 'cancelled'],
  moves: {
    open: ['in_progress', 'blocked', 'done', 'cancelled'],
    in_progress: ['done', 'blocked', 'cancelled'],
    blocked: ['in_progress', 'cancelled'],
    done: ['in_progress'],
  },
  required: {
    open: ['owner', 'due'],
    in_progress: ['owner', 'due'],
    blocked: ['owner', 'due'],
    done: ['owner', 'done_on'],
    cancelled: ['cancel_reason'],
  },
};

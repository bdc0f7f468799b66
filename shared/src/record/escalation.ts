import * as z from 'zod';
import { Day, Line, Lines, Moment, Refs, Text } from './field.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = ['open', 'acknowledged', 'resolved', 're_escalated', 'withdrawn'] as const;

const Level = z.enum(['L1', 'L2', 'L3', 'L4', 'cab']);

/** Domain 1.18. Levels: L1 workstream, L2 director, L3 sponsor, L4 steering, cab. */
export const Escalation = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('open'),
  subject: Refs,
  trigger: Line.optional(),
  level: Level.optional(),
  target_level: Level.optional(),
  raised_on: Day.optional(),
  to: Line.optional(),
  ask: Text.optional(),
  options: z.array(z.union([Line, z.looseObject({ title: Line })])).default([]),
  recommendation: Text.optional(),
  needed_by: Day.optional(),
  acknowledged_on: Moment.optional(),
  resolved_on: Day.optional(),
  resolved_level: Level.optional(),
  resolution: Text.optional(),
  rework: z.boolean().default(false),
  lessons: Lines,
});
export type Escalation = z.infer<typeof Escalation>;

const open = ['subject', 'level', 'raised_on', 'to', 'ask'];

export const escalationLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['resolved', 'withdrawn'],
  moves: {
    open: ['acknowledged', 'withdrawn'],
    acknowledged: ['resolved', 'withdrawn'],
    resolved: ['re_escalated'],
    re_escalated: ['acknowledged', 'withdrawn'],
  },
  required: {
    open,
    acknowledged: [...open, 'acknowledged_on'],
    resolved: [...open, 'resolved_on', 'resolved_level', 'resolution'],
    re_escalated: open,
  },
};

import * as z from 'zod';
import { Day, Line, Lines, Money, PersonRef, Ref, Refs, Text } from './field.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = ['draft', 'requested', 'decided', 'deferred', 'withdrawn', 'superseded'] as const;

/** Domain 1.12. */
export const Decision = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('draft'),
  question: Text.optional(),
  context: Text.optional(),
  drivers: Lines,
  class: z.enum(['standard', 'urgent', 'strategic']).default('standard'),
  reversibility: z.enum(['one_way', 'two_way']).optional(),
  options: z
    .array(
      z.looseObject({
        id: Line,
        title: Line,
        description: Text.optional(),
        pros: Lines,
        cons: Lines,
        schedule_days: z.number().optional(),
        cost: Money.optional(),
        risk_note: Text.optional(),
        scope_effect: Text.optional(),
      }),
    )
    .default([]),
  recommendation: z
    .looseObject({ option: Line, rationale: Text.optional(), by: PersonRef.optional() })
    .optional(),
  approver: PersonRef.optional(),
  driver: PersonRef.optional(),
  contributors: Lines,
  informed: Lines,
  forum: Line.optional(),
  requested_on: Day.optional(),
  needed_by: Day.optional(),
  cost_of_delay: z.union([Text, z.number()]).optional(),
  decided_on: Day.optional(),
  outcome: z
    .looseObject({ option: Line, rationale: Text.optional(), conditions: Lines })
    .optional(),
  consequences: Lines,
  follow_ups: Refs,
  communicated: z.array(z.looseObject({ to: Line, on: Day })).default([]),
  supersedes: Ref.optional(),
  superseded_by: Ref.optional(),
  affects: Refs,
  confirm_by: Day.optional(),
});
export type Decision = z.infer<typeof Decision>;

const requested = [
  'question',
  'options',
  'recommendation',
  'approver',
  'requested_on',
  'needed_by',
];

export const decisionLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['decided', 'withdrawn', 'superseded'],
  moves: {
    draft: ['requested', 'withdrawn'],
    requested: ['decided', 'deferred', 'withdrawn'],
    deferred: ['requested'],
    decided: ['superseded'],
  },
  required: {
    requested,
    deferred: requested,
    decided: [
      'question',
      'approver',
      'requested_on',
      'decided_on',
      'outcome.option',
      'outcome.rationale',
    ],
    superseded: ['superseded_by'],
  },
};

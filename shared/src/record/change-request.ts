import * as z from 'zod';
import { Day, Line, Money, PersonRef, Ref, Refs, Text } from './field.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = [
  'draft',
  'submitted',
  'assessing',
  'pending_approval',
  'approved',
  'rejected',
  'deferred',
  'implemented',
  'closed',
  'withdrawn',
] as const;

const none = z.literal('none');
const Note = z.union([none, Text]);

/** Domain 1.13. Each dimension of `impact` holds a value or the word `none`. */
export const ChangeRequest = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('draft'),
  type: z
    .enum([
      'scope_add',
      'scope_remove',
      'scope_modify',
      'schedule',
      'budget',
      'resource',
      'quality_criteria',
      'governance',
    ])
    .default('scope_modify'),
  urgency: z.enum(['normal', 'standard', 'emergency']).default('normal'),
  justification: Text.optional(),
  requested_by: PersonRef.optional(),
  submitted_on: Day.optional(),
  baseline_version: z.union([z.string(), z.number()]).optional(),
  impact: z
    .looseObject({
      scope: z
        .union([
          none,
          z.looseObject({
            items_added: z.number().optional(),
            items_removed: z.number().optional(),
            size_delta: z.number().optional(),
            size_unit: Line.optional(),
          }),
        ])
        .optional(),
      schedule: z
        .union([
          none,
          z.array(
            z.looseObject({
              milestone: Ref,
              from: Day.optional(),
              to: Day.optional(),
              days: z.number().optional(),
            }),
          ),
        ])
        .optional(),
      cost: z
        .union([
          none,
          z.looseObject({
            one_off: Money.optional(),
            run_rate: Money.optional(),
            currency: Line.optional(),
          }),
        ])
        .optional(),
      resource: Note.optional(),
      architecture: Note.optional(),
      user_experience: Note.optional(),
      test: Note.optional(),
      documentation: Note.optional(),
      security: Note.optional(),
      operations: Note.optional(),
      risk: z.union([none, z.array(Ref)]).optional(),
      benefits: z.union([none, z.array(z.looseObject({}))]).optional(),
    })
    .optional(),
  options: z.array(z.looseObject({ id: Line, title: Line })).default([]),
  recommendation: z.union([Text, z.looseObject({})]).optional(),
  assessed_by: PersonRef.optional(),
  assessed_on: Day.optional(),
  decision: Ref.optional(),
  outcome: z.enum(['approved', 'rejected', 'deferred', 'approved_with_changes']).optional(),
  decided_on: Day.optional(),
  implemented_on: Day.optional(),
  new_baseline_version: z.union([z.string(), z.number()]).optional(),
  itsm_ref: Line.optional(),
  review_note: Text.optional(),
  affects: Refs,
});
export type ChangeRequest = z.infer<typeof ChangeRequest>;

const submitted = ['justification', 'requested_by', 'submitted_on'];
const decided = [...submitted, 'outcome', 'decided_on'];

export const changeRequestLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['rejected', 'closed', 'withdrawn'],
  moves: {
    draft: ['submitted'],
    submitted: ['assessing', 'withdrawn', 'implemented'],
    assessing: ['pending_approval', 'withdrawn'],
    pending_approval: ['approved', 'rejected', 'deferred', 'withdrawn'],
    approved: ['implemented'],
    deferred: ['assessing'],
    implemented: ['closed'],
  },
  required: {
    submitted,
    assessing: submitted,
    pending_approval: [...submitted, 'impact'],
    approved: decided,
    rejected: decided,
    deferred: decided,
    implemented: [...submitted, 'implemented_on'],
    closed: [...submitted, 'implemented_on', 'review_note'],
  },
};

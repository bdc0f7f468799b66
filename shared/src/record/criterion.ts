import * as z from 'zod';
import { Day, Line, Moment, PersonRef, Ref, Text } from './field.ts';
import { Evidence } from './gate.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const states = [
  'not_started',
  'in_progress',
  'met',
  'not_met',
  'waived',
  'not_applicable',
] as const;

export const CRITERION_CATEGORIES = [
  'architecture',
  'testing',
  'performance',
  'security',
  'privacy',
  'compliance',
  'data_migration',
  'observability',
  'on_call',
  'capacity',
  'rollback',
  'release_process',
  'documentation',
  'training',
  'support_readiness',
  'communications',
  'business_acceptance',
  'vendor',
  'legal',
  'handover',
] as const;

/** Domain 1.7. There is no "partially met": partial counts as `in_progress`. */
export const Criterion = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('not_started'),
  kind: z.enum(['entry', 'exit']).default('exit'),
  category: z.enum(CRITERION_CATEGORIES).default('testing'),
  statement: Text.optional(),
  mandatory: z.boolean().default(true),
  severity: z.enum(['high', 'medium', 'low']).default('medium'),
  measure: z
    .looseObject({
      metric: Line,
      operator: z.enum(['>=', '<=', '=', 'exists']),
      target: z.union([z.number(), z.string()]).optional(),
      unit: Line.optional(),
      actual: z.union([z.number(), z.string()]).optional(),
    })
    .optional(),
  verification: z
    .enum(['manual', 'github_check', 'jira_jql', 'url', 'attestation'])
    .default('manual'),
  query: Line.optional(),
  standard_ref: Line.optional(),
  due: Day.optional(),
  evidence: z.array(Evidence).default([]),
  verified_by: PersonRef.optional(),
  verified_on: Moment.optional(),
  waiver: z
    .looseObject({
      by: PersonRef,
      at: Moment,
      reason: Text,
      expires: Day,
      risk: Ref.optional(),
      compensating_control: Text.optional(),
    })
    .optional(),
  na_reason: Text.optional(),
});
export type Criterion = z.infer<typeof Criterion>;

const open = ['in_progress', 'met', 'not_met', 'waived', 'not_applicable'] as const;

export const criterionLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['met', 'waived', 'not_applicable'],
  moves: {
    not_started: open,
    in_progress: ['met', 'not_met', 'waived', 'not_applicable'],
    met: ['not_met', 'in_progress'],
    not_met: ['in_progress', 'met', 'waived', 'not_applicable'],
    waived: ['in_progress', 'not_met', 'met'],
    not_applicable: ['not_started', 'in_progress'],
  },
  required: {
    met: ['evidence', 'verified_by'],
    waived: ['waiver'],
    not_applicable: ['na_reason'],
  },
};

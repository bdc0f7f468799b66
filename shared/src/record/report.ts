import * as z from 'zod';
import { Day, Line, Lines, Moment, PersonRef, Ref, Refs, Text } from './field.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const Rag = z.enum(['green', 'amber', 'red', 'not_started', 'complete']);
const Trend = z.enum(['improving', 'stable', 'worsening']);

const reportStates = ['draft', 'published'] as const;

/** Domain 1.18 `RPT-*`: what was reported, beside what was computed when it was published. */
export const Report = z.looseObject({
  ...header,
  status: z.enum([...reportStates, 'void']).default('draft'),
  artefact: Line.optional(),
  period: Line.optional(),
  due_at: Moment.optional(),
  published_at: Moment.optional(),
  by: PersonRef.optional(),
  overall: z
    .looseObject({ rag: Rag, trend: Trend.optional(), rationale: Text.optional() })
    .optional(),
  items: z
    .array(
      z.looseObject({
        ref: Ref,
        rag: Rag,
        trend: Trend.optional(),
        note: Text.optional(),
        path_to_green: Text.optional(),
      }),
    )
    .default([]),
  computed: z.array(z.looseObject({ ref: Ref, rag: Line })).default([]),
  digest: Line.optional(),
});
export type Report = z.infer<typeof Report>;

export const reportLifecycle: Lifecycle<(typeof reportStates)[number]> = {
  states: reportStates,
  terminal: ['published'],
  moves: { draft: ['published'] },
  required: { published: ['artefact', 'period', 'published_at', 'by', 'overall'] },
};

const meetingStates = ['planned', 'held', 'cancelled'] as const;

/** Domain 1.18 `MTG-*`. */
export const Meeting = z.looseObject({
  ...header,
  status: z.enum([...meetingStates, 'void']).default('planned'),
  forum: Line.optional(),
  at: Moment.optional(),
  attendees: Lines,
  decisions: Refs,
  actions: Refs,
  minutes_due_at: Moment.optional(),
  minutes_published_at: Moment.optional(),
});
export type Meeting = z.infer<typeof Meeting>;

export const meetingLifecycle: Lifecycle<(typeof meetingStates)[number]> = {
  states: meetingStates,
  terminal: ['held', 'cancelled'],
  moves: { planned: ['held', 'cancelled'] },
  required: { held: ['forum', 'at'] },
};

const surveyStates = ['open', 'closed'] as const;

/** Domain 1.18 `SUR-*`, written as aggregates (rulings B10); `responses` are read but warned about. */
export const Survey = z.looseObject({
  ...header,
  status: z.enum([...surveyStates, 'void']).default('open'),
  kind: z.enum(['stakeholder_confidence', 'team_friction']).optional(),
  period: Line.optional(),
  groups: z
    .array(
      z.looseObject({
        role_group: Line,
        workstream: Ref.optional(),
        n: z.int().min(0),
        mean: z.number().min(1).max(5),
        invited: z.int().min(0).optional(),
      }),
    )
    .default([]),
  responses: z
    .array(
      z.looseObject({
        role_group: Line,
        workstream: Ref.optional(),
        scores: z.record(z.string(), z.number().min(1).max(5)),
        comment: Text.optional(),
      }),
    )
    .default([]),
});
export type Survey = z.infer<typeof Survey>;

export const surveyLifecycle: Lifecycle<(typeof surveyStates)[number]> = {
  states: surveyStates,
  terminal: ['closed'],
  moves: { open: ['closed'], closed: ['open'] },
  required: { closed: ['kind', 'period'] },
};

const costStates = ['draft', 'final'] as const;

/** Domain 1.18 `COST-*`. Money in the program's base currency. */
export const CostSnapshot = z.looseObject({
  ...header,
  status: z.enum([...costStates, 'void']).default('draft'),
  as_of: Day.optional(),
  lines: z
    .array(
      z.looseObject({
        workstream: Ref.optional(),
        category: z.enum(['labour', 'vendor', 'cloud', 'licence', 'other']).default('other'),
        capex_opex: Line.optional(),
        budget_to_date: z.number().optional(),
        actual: z.number().optional(),
        committed: z.number().optional(),
        forecast_to_complete: z.number().optional(),
        earned: z.number().optional(),
      }),
    )
    .default([]),
});
export type CostSnapshot = z.infer<typeof CostSnapshot>;

export const costLifecycle: Lifecycle<(typeof costStates)[number]> = {
  states: costStates,
  terminal: ['final'],
  moves: { draft: ['final'] },
  required: { final: ['as_of', 'lines'] },
};

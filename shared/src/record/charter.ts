import * as z from 'zod';
import { Day, Line, Lines, Money, PersonRef, Ref, Text, Timestamp } from './field.ts';

export const FORMAT = 'milepost/1';
export const PROFILES = ['lite', 'standard', 'regulated'] as const;
export const LEVELS = ['low', 'medium', 'high', 'critical'] as const;
export type Level = (typeof LEVELS)[number];

const Matrix = z.array(z.array(z.enum(LEVELS)).length(5)).length(5);

/** Domain 1.4, `program.yaml`. `format`, `profile`, `name` and `key` are all that is asked for (rulings B3). */
export const Charter = z.looseObject({
  format: z.string(),
  profile: z.enum(PROFILES).default('lite'),
  name: z.string().trim().min(1).max(120),
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/),
  sponsor: PersonRef.optional(),
  program_manager: PersonRef.optional(),
  status: z
    .enum(['proposed', 'initiating', 'active', 'on_hold', 'closing', 'closed', 'cancelled'])
    .default('active'),
  objectives: z
    .array(
      z.looseObject({
        id: Line,
        statement: Text,
        metric: Line.optional(),
        unit: Line.optional(),
        baseline: z.unknown().optional(),
        target: z.unknown().optional(),
        by: Day.optional(),
        benefit: Ref.optional(),
      }),
    )
    .default([]),
  scope: z
    .looseObject({
      in: Lines,
      out: Lines,
      baseline: z
        .looseObject({
          version: z.union([z.string(), z.number()]).optional(),
          date: Day.optional(),
          approved_by: PersonRef.optional(),
          ref: Ref.optional(),
          size: z.number().optional(),
          size_unit: Line.optional(),
        })
        .optional(),
    })
    .optional(),
  start: Day.optional(),
  end: Day.optional(),
  timezone: Line.default('UTC'),
  currency: Line.default('EUR'),
  calendar: z
    .looseObject({
      /** ISO weekdays, Monday is 1. */
      workdays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
      holidays: z
        .array(z.looseObject({ date: Day, name: Line.optional(), teams: z.array(Ref).optional() }))
        .default([]),
    })
    .default({ workdays: [1, 2, 3, 4, 5], holidays: [] }),
  budget: z
    .looseObject({
      bac: Money.optional(),
      contingency_reserve: Money.optional(),
      management_reserve: Money.optional(),
      tolerance_pct: z.number().default(5),
      approval_threshold: Money.optional(),
    })
    .optional(),
  risk_appetite: z
    .looseObject({
      /** Five rows (probability 1..5) of five level words (impact 1..5). */
      matrix: Matrix.optional(),
      tolerance_exposure: Money.optional(),
      review_days: z
        .looseObject({
          critical: z.int().optional(),
          high: z.int().optional(),
          medium: z.int().optional(),
          low: z.int().optional(),
        })
        .optional(),
    })
    .optional(),
  tolerances: z.looseObject({}).optional(),
  communications: z
    .array(
      z.looseObject({
        id: Line,
        artefact: Line,
        audience: Line.optional(),
        cadence: Line,
        due: z.looseObject({ weekday: z.int().min(1).max(7), time: Line.optional() }).optional(),
        owner: PersonRef.optional(),
      }),
    )
    .default([]),
  forums: z
    .array(
      z.looseObject({
        id: Line,
        chair: PersonRef.optional(),
        members: Lines,
        cadence: Line.optional(),
      }),
    )
    .default([]),
  freeze_windows: z
    .array(
      z.looseObject({
        id: Line,
        start: Timestamp,
        end: Timestamp,
        environments: Lines,
        paths: Lines,
        reason: Text.optional(),
        exception_role: Line.optional(),
      }),
    )
    .default([]),
  raci: z
    .array(
      z.looseObject({
        deliverable: Line,
        R: Lines,
        /** Exactly one; DQ-12 says so, a wrong row must not hide the whole charter. */
        A: z.union([PersonRef, z.array(PersonRef)]).optional(),
        C: Lines,
        I: Lines,
      }),
    )
    .default([]),
  integrations: z
    .looseObject({
      github: z
        .looseObject({ repos: Lines, host: Line.optional(), milestone_map: z.unknown().optional() })
        .optional(),
      jira: z.looseObject({ sites: Lines, project_keys: Lines }).optional(),
    })
    .optional(),
});
export type Charter = z.infer<typeof Charter>;

/** `policy.yaml`: thresholds and decision rights that differ from the built-in ones; rules override by id. */
export const Policy = z.looseObject({
  rules: z.array(z.looseObject({ id: Line })).default([]),
  controlled: z.array(Line).optional(),
  min_evidence: z.record(z.string(), z.enum(['L0', 'L1', 'L2', 'L3'])).default({}),
  kpi_targets: z.record(z.string(), z.unknown()).default({}),
  signals: z.record(z.string(), z.unknown()).default({}),
  escalation: z.record(z.string(), z.unknown()).default({}),
});
export type Policy = z.infer<typeof Policy>;

/** `imports/deployments.yaml` and `imports/incidents.yaml`: cached rows, not edited by hand. */
export const Deployments = z.looseObject({
  deployments: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.number()]),
        env: Line,
        at: Timestamp,
        status: Line.optional(),
        sha: Line.optional(),
        failed_change: z.boolean().optional(),
        workstream: Ref.optional(),
      }),
    )
    .default([]),
});
export type Deployments = z.infer<typeof Deployments>;

export const Incidents = z.looseObject({
  incidents: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.number()]),
        severity: Line.optional(),
        started_at: Timestamp,
        detected_at: Timestamp.optional(),
        restored_at: Timestamp.optional(),
        caused_by: Ref.optional(),
        component: Line.optional(),
      }),
    )
    .default([]),
});
export type Incidents = z.infer<typeof Incidents>;

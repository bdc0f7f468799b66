import * as z from 'zod';
import { Day, Line, Lines, PersonRef, Ref, Refs, Text } from './field.ts';
import { header, Match } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';

const workstreamStates = ['active', 'on_hold', 'done'] as const;

/** Domain 1.5. */
export const Workstream = z.looseObject({
  ...header,
  status: z.enum([...workstreamStates, 'void']).default('active'),
  lead: PersonRef.optional(),
  deputy: PersonRef.optional(),
  teams: Refs,
  objective: Text.optional(),
  in_scope: Lines,
  out_of_scope: Lines,
  jira: z
    .looseObject({ project: Line.optional(), component: Line.optional(), jql: Line.optional() })
    .optional(),
  github: z.looseObject({ repos: Lines, labels: Lines }).optional(),
  match: Match.optional(),
});
export type Workstream = z.infer<typeof Workstream>;

export const workstreamLifecycle: Lifecycle<(typeof workstreamStates)[number]> = {
  states: workstreamStates,
  terminal: ['done'],
  moves: { active: ['on_hold', 'done'], on_hold: ['active', 'done'], done: ['active'] },
  required: { active: ['lead'] },
};

const teamStates = ['active', 'inactive'] as const;

/** Domain 1.5. Its name is the header's `title` when `name` is absent. */
export const Team = z.looseObject({
  ...header,
  status: z.enum([...teamStates, 'void']).default('active'),
  name: Line.optional(),
  kind: z.enum(['internal', 'vendor', 'partner', 'customer']).default('internal'),
  lead: PersonRef.optional(),
  workstreams: Refs,
  capacity: z
    .array(
      z.looseObject({
        period: Line,
        fte: z.number().optional(),
        person_days: z.number().optional(),
      }),
    )
    .default([]),
  allocations: z
    .array(z.looseObject({ workstream: Ref, pct: z.number(), from: Day, to: Day }))
    .default([]),
  critical_roles: z
    .array(z.looseObject({ role: Line, person: PersonRef, needed_from: Day.optional() }))
    .default([]),
  github_team: Line.optional(),
  timezone: Line.optional(),
  vendor: z
    .looseObject({
      contract_ref: Line.optional(),
      contact: Line.optional(),
      sla: z.unknown().optional(),
    })
    .optional(),
});
export type Team = z.infer<typeof Team>;

export const teamLifecycle: Lifecycle<(typeof teamStates)[number]> = {
  states: teamStates,
  terminal: ['inactive'],
  moves: { active: ['inactive'], inactive: ['active'] },
  required: {},
};

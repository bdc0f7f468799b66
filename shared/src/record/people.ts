import * as z from 'zod';
import { Day, Line, PersonRef, Ref } from './field.ts';

/** Domain 3.1. */
export const ROLES = [
  'program_manager',
  'workstream_lead',
  'team_lead',
  'product_lead',
  'engineering_lead',
  'architecture_lead',
  'sre_ops_lead',
  'security_grc',
  'qa_lead',
  'data_lead',
  'support_lead',
  'business_owner',
  'pm_director',
  'functional_director',
  'executive_sponsor',
  'finance',
  'procurement_legal',
  'cab',
  'change_authority',
  'steering_member',
  'gate_decider',
] as const;

const holding = {
  role: z.enum(ROLES),
  /** `program` or a workstream id. */
  scope: z.string().default('program'),
  from: Day.optional(),
  to: Day.optional(),
  delegate_of: PersonRef.optional(),
};

export const Person = z.looseObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,80}$/),
  name: Line,
  email: Line.optional(),
  github: Line.optional(),
  jira_account_id: Line.optional(),
  team: Ref.optional(),
  timezone: Line.optional(),
  active: z.boolean().default(true),
  /** Read only where the profile is `lite` (rulings B3). */
  roles: z.array(z.looseObject(holding)).default([]),
});
export type Person = z.infer<typeof Person>;

/** `people.yaml`: who is who. Free to edit. */
export const People = z.looseObject({ people: z.array(Person).default([]) });
export type People = z.infer<typeof People>;

/** `roles.yaml`: who holds which role, since when. Controlled. */
export const Roles = z.looseObject({
  roles: z.array(z.looseObject({ ...holding, person: PersonRef })).default([]),
});
export type Roles = z.infer<typeof Roles>;

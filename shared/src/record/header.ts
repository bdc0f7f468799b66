import * as z from 'zod';
import { Day, Line, Lines, Moment, PersonRef, Ref, Text } from './field.ts';

/** Domain 3.3: who approved what, with the digest of what was approved. */
export const Approval = z.looseObject({
  action: z.string(),
  role: z.string(),
  by: PersonRef,
  at: Moment,
  decision: z.enum(['approved', 'rejected']),
  covers: z.string().optional(),
  ref: z.string().optional(),
  comment: Text.optional(),
});
export type Approval = z.infer<typeof Approval>;

/** Rulings B5: status and controlled-field changes only, newest last, append-only. */
export const LogEntry = z.looseObject({
  at: Moment,
  by: PersonRef,
  event: z.enum([
    'created',
    'status',
    'field',
    'review',
    'comment',
    'approval',
    'reopen',
    'signal_ack',
  ]),
  field: z.string().optional(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
  note: Text.optional(),
  ref: z.string().optional(),
  until: Day.optional(),
});
export type LogEntry = z.infer<typeof LogEntry>;

export const CLASSIFICATIONS = ['public', 'internal', 'confidential', 'restricted'] as const;

const Link = z.looseObject({
  rel: z.enum([
    'affects',
    'mitigates',
    'caused_by',
    'materialized_as',
    'blocks',
    'depends_on',
    'implements',
    'evidence_for',
    'decided_by',
    'escalated_from',
    'supersedes',
    'duplicates',
    'relates_to',
  ]),
  to: Ref,
  note: Line.optional(),
});

/** Another system's name for this record. GitHub key `owner/repo#123`, Jira key `PAY-12`. */
export const External = z.looseObject({
  system: z.enum(['github', 'jira', 'ado', 'servicenow', 'confluence', 'url', 'import']),
  key: Line,
  url: Line.optional(),
  role: z.enum(['tracks', 'implements', 'evidence', 'discusses']).default('tracks'),
});

/** Rulings B6: what context matching reads on milestones, workstreams and gates. */
export const Match = z.looseObject({
  branches: Lines,
  labels: Lines,
  github_milestones: Lines,
  fix_versions: Lines,
  components: Lines,
  epics: Lines,
  paths: Lines,
});

/** Domain 1.2. Spread into the schema of every record that has an id (rulings B3). */
export const header = {
  id: z.string(),
  title: z.string().trim().min(3).max(120),
  workstream: Ref.default('program'),
  owner: PersonRef.optional(),
  raised: Day.optional(),
  raised_by: PersonRef.optional(),
  description: Text.optional(),
  tags: Lines,
  links: z.array(Link).default([]),
  external: z.array(External).default([]),
  paths: Lines,
  classification: z.enum(CLASSIFICATIONS).default('internal'),
  approvals: z.array(Approval).default([]),
  log: z.array(LogEntry).default([]),
};

import type { Condition, Rule } from '../rule.ts';

const SECURITY = ['security', 'privacy', 'compliance'];
const OPERABILITY = ['observability', 'on_call', 'capacity', 'rollback', 'release_process'];
const REMOVED = ['void', 'not_applicable'];

const definition = [
  'statement',
  'mandatory',
  'severity',
  'kind',
  'category',
  'measure.metric',
  'measure.operator',
  'measure.target',
  'measure.unit',
  'verification',
  'query',
  'standard_ref',
];

const watched = [
  { record: 'criterion', fields: [...definition, 'status'] },
  { record: 'gate', fields: ['pass_threshold_pct', 'required_signoffs'] },
] as const;

/** Verifying a criterion is no change of the criteria; taking it out is. */
const redefined: Condition = {
  any: [
    ...[...definition, 'pass_threshold_pct', 'required_signoffs'].map((path) => ({
      path,
      changed: true,
    })),
    { path: 'status', changed: true, in: REMOVED },
  ],
};

const weakens: Condition = { fact: 'weakens_standard', eq: true };
const concernsSecurity: Condition = { fact: 'category', in: SECURITY };

/** Criteria, acceptance, sign-off and go/no-go (domain 3.2, DR-08, 11, 18, 20). */
export const readinessRules: readonly Rule[] = [
  {
    id: 'DR-08',
    on: watched,
    when: { all: [redefined, { not: weakens }] },
    require: [{ roles: ['workstream_lead'], scope: 'record' }],
    covers: [...definition, 'pass_threshold_pct', 'required_signoffs'],
  },
  {
    id: 'DR-08b',
    on: watched,
    when: { all: [redefined, weakens] },
    require: [
      { roles: ['pm_director'] },
      { roles: ['security_grc'], if: concernsSecurity },
      { roles: ['sre_ops_lead'], if: { fact: 'category', in: OPERABILITY } },
    ],
    covers: [...definition, 'status', 'pass_threshold_pct', 'required_signoffs'],
  },
  {
    id: 'DR-11',
    on: [
      { record: 'risk', fields: ['status', 'acceptance'] },
      { record: 'criterion', fields: ['status', 'waiver'] },
      { record: 'gate', fields: ['decision'] },
    ],
    when: {
      any: [
        { path: 'after.status', in: ['accepted', 'waived'] },
        {
          all: [
            { path: 'decision', changed: true },
            { path: 'after.decision.outcome', in: ['go', 'conditional_go'] },
            { path: 'after.decision.snapshot.mandatory_unmet', gt: 0 },
          ],
        },
      ],
    },
    require: [{ roles: ['executive_sponsor'] }, { roles: ['security_grc'], if: concernsSecurity }],
    block: ['program_manager', 'owner'],
    covers: ['acceptance', 'waiver', 'decision'],
    min_evidence: 'L2',
  },
  {
    id: 'DR-18',
    on: [{ record: 'sign_off', fields: ['decision', 'covers', 'signatory'] }],
    when: {
      all: [
        { path: 'after.role', eq: 'security_grc' },
        { path: 'after.decision', in: ['approved', 'approved_with_conditions', 'not_required'] },
      ],
    },
    require: [{ roles: ['security_grc'] }],
    covers: ['gate', 'role', 'decision', 'covers', 'conditions'],
    independent: true,
    min_evidence: 'L2',
  },
  {
    id: 'DR-20',
    on: [{ record: 'gate', fields: ['decision'] }],
    when: {
      all: [
        { path: 'after.type', in: ['go_no_go', 'cutover'] },
        { path: 'after.decision', exists: true },
      ],
    },
    require: [
      { person: 'after.decider', roles: ['executive_sponsor', 'gate_decider'] },
      // Nobody can approve away a missing mandatory sign-off; going on needs them all.
      {
        roles: [],
        if: {
          all: [
            { path: 'after.decision.outcome', in: ['go', 'conditional_go'] },
            { path: 'after.decision.snapshot.signoffs_ok', ne: true },
          ],
        },
      },
    ],
    block: ['program_manager'],
    independent: true,
    min_evidence: 'L2',
  },
];

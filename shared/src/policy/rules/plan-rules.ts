import type { Condition, Rule } from '../rule.ts';

const external: Condition = {
  any: [
    { path: 'before.external_commitment', eq: true },
    { path: 'after.external_commitment', eq: true },
    { fact: 'breaches_external_commitment', eq: true },
  ],
};

const promised: Condition = {
  path: 'after.status',
  in: ['committed', 'in_progress', 'delivered', 'accepted'],
};
const wasPromised: Condition = {
  path: 'before.status',
  in: ['committed', 'in_progress', 'delivered', 'accepted'],
};
const terms: Condition = {
  any: ['need_by', 'committed_date', 'deliverable', 'acceptance'].map((path) => ({
    path,
    changed: true,
  })),
};

/** Dates, order and agreements (domain 3.2, DR-03 to DR-07). */
export const planRules: readonly Rule[] = [
  {
    id: 'DR-03',
    // Forecasts are not watched: the owner may move one at any time (rulings C8).
    on: [{ record: 'milestone', fields: ['predecessors', 'start_date'] }],
    when: {
      all: [
        { path: 'committed_date', changed: false },
        { not: { path: 'after.external_commitment', eq: true } },
        { fact: 'floats_stay_positive', eq: true },
      ],
    },
    require: [{ roles: ['program_manager'] }],
    independent: true,
  },
  {
    id: 'DR-04',
    on: [{ record: 'escalation', fields: ['level', 'to', 'ask', 'subject'] }],
    require: [{ roles: ['program_manager'] }],
    independent: true,
  },
  {
    id: 'DR-05',
    on: [{ record: 'milestone', fields: ['committed_date'] }],
    when: { not: external },
    require: [
      { roles: ['workstream_lead'], scope: 'record' },
      { roles: ['workstream_lead'], scope: 'moved_workstreams' },
    ],
  },
  {
    id: 'DR-06',
    on: [{ record: 'milestone', fields: ['committed_date', 'external_commitment', 'status'] }],
    when: {
      all: [
        external,
        {
          any: [
            { path: 'committed_date', changed: true },
            { path: 'external_commitment', changed: true },
            { path: 'status', changed: true, in: ['cancelled', 'deferred'] },
          ],
        },
      ],
    },
    require: [{ roles: ['executive_sponsor'] }],
    covers: ['committed_date', 'external_commitment', 'status'],
    min_evidence: 'L2',
  },
  {
    id: 'DR-07',
    on: [
      {
        record: 'dependency',
        fields: ['status', 'need_by', 'committed_date', 'deliverable', 'acceptance'],
      },
    ],
    when: { all: [promised, { any: [{ not: wasPromised }, terms] }] },
    require: [
      { person: 'after.provider.owner' },
      { person: 'after.consumer.owner' },
      {
        roles: ['workstream_lead'],
        scope: 'consumer_workstream',
        if: { fact: 'late_beyond_consumer_float', eq: true },
      },
      {
        roles: ['executive_sponsor'],
        if: {
          all: [
            { fact: 'late_beyond_consumer_float', eq: true },
            { fact: 'consumer_is_external', eq: true },
          ],
        },
      },
    ],
    // The state moves on by itself after the agreement; the terms must not.
    covers: ['need_by', 'committed_date', 'deliverable', 'acceptance'],
    independent: true,
  },
];

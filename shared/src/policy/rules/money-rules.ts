import type { Condition, Rule } from '../rule.ts';

const APPROVED = ['approved', 'approved_with_changes'];

/** A change request counts when it is approved, a baseline when it is written. */
const becomesApproved: Condition = {
  all: [
    { path: 'after.outcome', in: APPROVED },
    { path: 'after.status', in: ['approved', 'implemented', 'closed'] },
  ],
};

const scopeChange: Condition = {
  any: [
    { path: 'scope.baseline', changed: true },
    { path: 'objectives', changed: true },
    { all: [becomesApproved, { path: 'after.type', matches: ['scope_*'] }] },
  ],
};

const scopeFields = [
  { record: 'charter', fields: ['scope.baseline', 'objectives'] },
  { record: 'change', fields: ['status', 'outcome'] },
] as const;

const moneyFields = [
  { record: 'charter', fields: ['budget.bac'] },
  { record: 'change', fields: ['status', 'outcome', 'impact.cost'] },
] as const;

const spends: Condition = {
  all: [
    { any: [{ path: 'budget.bac', changed: true }, becomesApproved] },
    { fact: 'cost_delta', gt: 0 },
  ],
};

const impact = ['type', 'outcome', 'impact'];

/** Scope, people and money (domain 3.2, DR-09, 10, 12, 17). */
export const moneyRules: readonly Rule[] = [
  {
    id: 'DR-09',
    on: scopeFields,
    when: { all: [scopeChange, { fact: 'major_scope', eq: true }] },
    require: [{ roles: ['executive_sponsor'] }],
    covers: ['scope.baseline', 'objectives', ...impact],
    min_evidence: 'L2',
  },
  {
    id: 'DR-09b',
    on: scopeFields,
    when: { all: [scopeChange, { fact: 'major_scope', eq: false }] },
    require: [{ roles: ['product_lead'] }, { roles: ['workstream_lead'], scope: 'record' }],
    covers: ['scope.baseline', 'objectives', ...impact],
  },
  {
    id: 'DR-10',
    on: [{ record: 'team', fields: ['status', 'allocations'] }],
    when: { fact: 'material_allocation', eq: true },
    require: [{ roles: ['executive_sponsor'] }],
  },
  {
    id: 'DR-12',
    on: moneyFields,
    when: { all: [spends, { fact: 'above_threshold', eq: true }] },
    require: [{ roles: ['executive_sponsor'] }, { roles: ['finance'] }],
    covers: ['budget.bac', 'outcome', 'impact.cost'],
    min_evidence: 'L2',
  },
  {
    id: 'DR-12b',
    on: moneyFields,
    when: { all: [spends, { fact: 'above_threshold', eq: false }] },
    require: [{ roles: ['program_manager'] }],
    covers: ['budget.bac', 'outcome', 'impact.cost'],
  },
  {
    id: 'DR-17',
    on: [
      { record: 'team', fields: ['vendor.contract_ref'] },
      { record: 'decision', fields: ['status'] },
    ],
    when: {
      any: [
        { path: 'vendor.contract_ref', changed: true },
        {
          all: [
            { path: 'status', changed: true, eq: 'decided' },
            { path: 'after.tags', matches: ['vendor-contract', 'contract', 'sow', 'renewal'] },
          ],
        },
      ],
    },
    require: [{ roles: ['procurement_legal'] }, { roles: ['executive_sponsor'] }],
    covers: ['vendor.contract_ref', 'outcome'],
  },
];

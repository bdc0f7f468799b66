import type { Rule } from '../rule.ts';

/** How the program is run, and by whom (domain 3.2, the rest of the table). */
export const governanceRules: readonly Rule[] = [
  {
    id: 'DR-01',
    on: [{ record: 'charter', fields: ['communications'] }],
    require: [{ roles: ['program_manager'] }],
    independent: true,
  },
  {
    id: 'DR-02',
    on: [{ record: 'charter', fields: ['format', 'risk_appetite'] }],
    require: [{ roles: ['program_manager'] }],
    independent: true,
  },
  {
    id: 'DR-13',
    on: [{ record: 'charter', fields: ['forums'] }],
    when: { fact: 'affects_other_programs', eq: true },
    require: [{ roles: ['pm_director'] }],
  },
  {
    id: 'DR-14',
    on: [{ record: 'policy', fields: ['kpi_targets', 'signals', 'escalation'] }],
    require: [{ roles: ['pm_director'] }],
  },
  {
    id: 'DR-15',
    on: [
      { record: 'charter', fields: ['program_manager'] },
      { record: 'roles', fields: ['roles'] },
    ],
    when: { fact: 'program_manager_changes', eq: true },
    require: [{ roles: ['pm_director'] }],
    covers: ['program_manager', 'roles'],
  },
  {
    id: 'DR-16',
    on: [{ record: 'decision', fields: ['status', 'outcome'] }],
    when: {
      all: [
        { path: 'after.status', eq: 'decided' },
        { path: 'after.tags', matches: ['architecture'] },
      ],
    },
    require: [{ roles: ['architecture_lead', 'engineering_lead'] }],
    covers: ['question', 'outcome'],
    block: ['program_manager'],
  },
  {
    id: 'DR-19',
    on: [{ record: 'release', fields: ['status', 'change_window'] }],
    when: {
      all: [
        { path: 'after.status', in: ['approved', 'executing'] },
        {
          any: [
            { fact: 'inside_freeze', eq: true },
            { fact: 'high_risk_change', eq: true },
          ],
        },
      ],
    },
    require: [{ roles: ['cab', 'sre_ops_lead'] }],
    covers: ['change_window'],
  },
  {
    id: 'DR-21',
    on: [
      {
        record: 'policy',
        fields: ['rules', 'controlled', 'min_evidence', 'kpi_targets', 'signals', 'escalation'],
      },
      { record: 'roles', fields: ['roles'] },
      { record: 'people', fields: ['people'] },
      { record: 'charter', fields: ['profile'] },
    ],
    when: { fact: 'changes_rights', eq: true },
    require: [{ roles: ['pm_director'] }, { roles: ['executive_sponsor'] }],
  },
];

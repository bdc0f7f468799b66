import { atLeast, atMost, criteriaOf, exists, type GateTemplate } from './gate-template.ts';

export const productionReadiness: GateTemplate = {
  id: 'production-readiness',
  title: 'Production readiness review',
  type: 'prr',
  signoffs: [
    { role: 'sre_ops_lead', mandatory: true },
    { role: 'architecture_lead', mandatory: true },
    { role: 'security_grc', mandatory: true },
  ],
  criteria: criteriaOf([
    [
      'Architecture and its dependencies are drawn',
      'A current drawing shows every service this one needs and what happens when each is slow or gone',
      'architecture',
      'high',
      exists('drawing'),
    ],
    [
      'Every failure has a known effect',
      'For each dependency the effect of its loss is written down and was tried once',
      'architecture',
      'medium',
      atLeast('dependencies_tried', 100, 'percent'),
    ],
    [
      'What users feel is measured',
      'Availability, latency and errors are measured where users meet the service, each with an objective',
      'observability',
      'high',
      atLeast('objectives', 3, 'objectives'),
    ],
    [
      'Alerts lead to a runbook',
      'Each alert that wakes a person names a runbook with a first step',
      'on_call',
      'high',
      atLeast('alerts_with_runbook', 100, 'percent'),
    ],
    [
      'Capacity for the expected peak',
      'A load test at the expected peak plus headroom stayed inside the objectives',
      'capacity',
      'high',
      atLeast('headroom', 30, 'percent'),
    ],
    [
      'Slowest requests stay in bounds',
      'The slowest one percent of requests answer within the agreed time under load',
      'performance',
      'medium',
      atMost('p99', 800, 'ms'),
    ],
    [
      'A change can be taken back',
      'The last release was rolled back on staging within the agreed minutes',
      'rollback',
      'high',
      atMost('rollback_minutes', 30, 'min'),
    ],
    [
      'Changes reach production step by step',
      'A release goes to a small share first and stops by itself when errors rise',
      'release_process',
      'medium',
      exists('staged_rollout'),
    ],
    [
      'Data can be restored',
      'A restore from backup was rehearsed and compared with the original',
      'data_migration',
      'high',
      exists('restore_record'),
    ],
    [
      'Emergency contacts are known',
      'On-call plan, escalation path and status page are published and were used in a drill',
      'on_call',
      'medium',
      exists('drill_record'),
    ],
  ]),
};

import { atLeast, atMost, criteriaOf, exists, type GateTemplate } from './gate-template.ts';

export const launch: GateTemplate = {
  id: 'launch',
  title: 'Launch go/no-go',
  type: 'go_no_go',
  signoffs: [
    { role: 'product_lead', mandatory: true },
    { role: 'security_grc', mandatory: true },
    { role: 'sre_ops_lead', mandatory: true },
    { role: 'support_lead', mandatory: false },
  ],
  criteria: criteriaOf([
    [
      'Acceptance tests passed',
      'Every acceptance criterion of the milestone has a passing test',
      'testing',
      'high',
      atLeast('criteria_passed', 100, 'percent'),
    ],
    [
      'No open blocking defect',
      'No defect of the highest severity is open',
      'testing',
      'high',
      atMost('blocking_defects', 0, 'defects'),
    ],
    [
      'Security review passed',
      'The security gate of this launch was decided with go',
      'security',
      'high',
      exists('gate_decision'),
    ],
    [
      'Load test at the expected peak',
      'The expected peak was held for an hour inside the objectives',
      'performance',
      'high',
      atLeast('minutes_held', 60, 'min'),
    ],
    [
      'Rollback rehearsed',
      'Taking the launch back was rehearsed within the agreed minutes',
      'rollback',
      'high',
      atMost('rollback_minutes', 45, 'min'),
    ],
    [
      'Support trained',
      'Each support shift passed the drill',
      'training',
      'medium',
      atLeast('shifts_trained', 100, 'percent'),
    ],
    [
      'Documentation published',
      'User and operator documentation describe the launched behaviour',
      'documentation',
      'medium',
      exists('documentation'),
    ],
    [
      'Success is measurable from day one',
      'The figures that tell whether the launch worked are on a dashboard',
      'observability',
      'medium',
      exists('dashboard'),
    ],
    [
      'Customers and partners informed',
      'Everybody who was promised a date has been told',
      'communications',
      'low',
      exists('notice'),
      { optional: true },
    ],
  ]),
};

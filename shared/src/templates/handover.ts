import { atLeast, atMost, criteriaOf, exists, type GateTemplate } from './gate-template.ts';

export const handover: GateTemplate = {
  id: 'handover',
  title: 'Handover to operations',
  type: 'phase',
  signoffs: [
    { role: 'support_lead', mandatory: true },
    { role: 'sre_ops_lead', mandatory: true },
  ],
  criteria: criteriaOf([
    [
      'Runbooks accepted by those who use them',
      'The receiving team worked through each runbook without the authors',
      'handover',
      'high',
      atLeast('runbooks_accepted', 100, 'percent'),
    ],
    [
      'Known errors are listed',
      'Each known error has a workaround and an owner',
      'documentation',
      'medium',
      exists('known_errors'),
    ],
    [
      'Hypercare has ended by its own rule',
      'The exit rule of hypercare was met for the agreed days',
      'support_readiness',
      'high',
      atMost('open_severity_1_and_2', 0, 'incidents'),
    ],
    [
      'Knowledge has moved',
      'Each critical subject has two people in the receiving team',
      'training',
      'high',
      atLeast('subjects_with_two', 100, 'percent'),
    ],
    [
      'Ownership is recorded',
      'Service catalogue, alerts and rights name the receiving team',
      'handover',
      'medium',
      exists('catalogue_entry'),
    ],
    [
      'Contracts and renewals handed over',
      'Each contract has an owner and a renewal date',
      'vendor',
      'low',
      exists('contract_list'),
      { optional: true },
    ],
  ]),
};

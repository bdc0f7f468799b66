import { atLeast, atMost, criteriaOf, exists, type GateTemplate } from './gate-template.ts';

export const cutover: GateTemplate = {
  id: 'cutover',
  title: 'Cutover go/no-go',
  type: 'cutover',
  signoffs: [
    { role: 'sre_ops_lead', mandatory: true },
    { role: 'security_grc', mandatory: true },
    { role: 'business_owner', mandatory: true },
    { role: 'support_lead', mandatory: false },
  ],
  criteria: criteriaOf([
    [
      'Runbook rehearsed in full',
      'The whole cutover was rehearsed once, timed step by step',
      'release_process',
      'high',
      exists('rehearsal_record'),
      { entry: true },
    ],
    [
      'Rehearsal fits the window',
      'The rehearsed time plus the rollback time fits the change window',
      'rollback',
      'high',
      atMost('minutes_over_window', 0, 'min'),
    ],
    [
      'Point of no return is agreed',
      'The step after which rolling back ends is named, and who decides there',
      'rollback',
      'high',
      exists('point_of_no_return'),
    ],
    [
      'Data moved and compared',
      'A trial migration was compared record by record with the source',
      'data_migration',
      'high',
      atMost('differences', 0, 'records'),
    ],
    [
      'Each critical step has two people',
      'Owner and backup of each critical step are confirmed for the night',
      'on_call',
      'high',
      atLeast('steps_with_backup', 100, 'percent'),
    ],
    [
      'Security checks done for the new place',
      'Rights, keys and network rules of the target were checked',
      'security',
      'high',
      exists('check_record'),
    ],
    [
      'Business accepted the trial',
      'The business owner tried the new place with real cases',
      'business_acceptance',
      'high',
      exists('acceptance_note'),
    ],
    [
      'Users know when and what',
      'Everybody affected has the date, the effect and a contact',
      'communications',
      'medium',
      exists('notice'),
    ],
    [
      'No freeze is broken',
      'The window lies outside every freeze, or the exception is signed',
      'compliance',
      'medium',
      exists('calendar_check'),
    ],
  ]),
};

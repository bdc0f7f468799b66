import { atLeast, atMost, criteriaOf, exists, type GateTemplate } from './gate-template.ts';

export const operationalReadiness: GateTemplate = {
  id: 'operational-readiness',
  title: 'Operational readiness review',
  type: 'orr',
  signoffs: [
    { role: 'sre_ops_lead', mandatory: true },
    { role: 'support_lead', mandatory: true },
    { role: 'qa_lead', mandatory: false },
  ],
  criteria: criteriaOf([
    [
      'Single points of failure are named',
      'Each single point of failure is removed or accepted with a risk record',
      'architecture',
      'high',
      atMost('open_single_points', 0, 'points'),
    ],
    [
      'Limits and quotas are known',
      'Quotas of every platform service are listed with today’s use',
      'capacity',
      'medium',
      exists('quota_list'),
    ],
    [
      'Releases are tested before they ship',
      'The pipeline stops a release whose tests fail',
      'release_process',
      'high',
      exists('pipeline_rule'),
    ],
    [
      'Configuration changes are reviewed',
      'Configuration goes the same way as code: reviewed, dated, reversible',
      'release_process',
      'medium',
      exists('review_rule'),
    ],
    [
      'Incidents are detected by us first',
      'A rehearsed fault was noticed by an alert, not by a user',
      'observability',
      'high',
      atMost('minutes_to_detect', 5, 'min'),
    ],
    [
      'Incident roles are practised',
      'A drill was run with a lead, a scribe and a communicator',
      'on_call',
      'high',
      exists('drill_record'),
    ],
    [
      'Shifts are covered',
      'Each shift of the first four weeks has two trained people',
      'on_call',
      'high',
      atLeast('shifts_covered', 100, 'percent'),
    ],
    [
      'Support knows the new behaviour',
      'Support has answers for the expected questions and knows whom to ask',
      'support_readiness',
      'medium',
      exists('answer_list'),
    ],
    [
      'Lessons flow back',
      'There is a fixed place and owner for reviews after incidents',
      'documentation',
      'low',
      exists('review_place'),
      { optional: true },
    ],
  ]),
};

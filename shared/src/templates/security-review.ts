import { atMost, criteriaOf, exists, type GateTemplate } from './gate-template.ts';

export const securityReview: GateTemplate = {
  id: 'security-review',
  title: 'Security review',
  type: 'security',
  signoffs: [{ role: 'security_grc', mandatory: true }],
  criteria: criteriaOf([
    [
      'Threat model is current',
      'The threat model covers every entry point of this change and was reviewed by a second person',
      'security',
      'high',
      exists('threat_model'),
    ],
    [
      'No open serious finding',
      'Scans and tests show no open finding of high severity',
      'security',
      'high',
      atMost('high_findings', 0, 'findings'),
    ],
    [
      'Secrets are stored and rotated',
      'No secret is in code or image; each has an owner and a rotation date',
      'security',
      'high',
      atMost('secrets_outside_store', 0, 'secrets'),
    ],
    [
      'Access follows the role',
      'Rights are given by role, reviewed, and end with the role',
      'security',
      'medium',
      exists('access_review'),
    ],
    [
      'Personal data is mapped',
      'Each personal field has a purpose, a place and a deletion rule',
      'privacy',
      'high',
      exists('data_map'),
    ],
    [
      'Third-party code is known',
      'Dependencies are listed with licence and known weaknesses',
      'compliance',
      'medium',
      exists('component_list'),
    ],
    [
      'Security events are recorded',
      'Sign-ins, refused access and changes of rights are recorded and kept',
      'observability',
      'medium',
      exists('audit_log'),
    ],
    [
      'Legal duties are checked',
      'Contracts and notices that this change touches were read by the legal owner',
      'legal',
      'low',
      exists('legal_note'),
      { optional: true },
    ],
  ]),
};

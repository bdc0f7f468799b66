import type { GateAssessment } from '../../readiness/assessment.ts';
import { isSoundWaiver } from '../../readiness/sound-waiver.ts';
import { criteriaOf } from '../../record/criteria-of.ts';
import type { ReportView } from '../report-options.ts';

/** One condition of "go" and whether it holds. */
export type GoRule = {
  code: 'criteria' | 'mandatory' | 'threshold' | 'signoffs' | 'waivers';
  holds: boolean;
  facts: Readonly<Record<string, number>>;
};

/** The rule of domain 1.7 and 2.7 point by point; waivers only where there are any. */
export function goRules(view: ReportView, gate: GateAssessment): GoRule[] {
  const mandatory = gate.signoffs.filter((each) => each.mandatory);
  const valid = mandatory.filter(({ state }) => state === 'valid').length;
  const waived = criteriaOf(view.program, gate.id).filter(({ data }) => data.status === 'waived');
  const sound = waived.filter(({ data }) => isSoundWaiver(view.program, data, view.asOf)).length;
  const { applicable, mandatoryUnmet, strict, threshold } = gate;
  return [
    { code: 'criteria', holds: applicable > 0, facts: { applicable } },
    { code: 'mandatory', holds: mandatoryUnmet === 0, facts: { count: mandatoryUnmet } },
    {
      code: 'threshold',
      holds: strict !== null && strict >= threshold,
      facts: { strict: strict ?? 0, threshold },
    },
    { code: 'signoffs', holds: valid === mandatory.length, facts: { valid, of: mandatory.length } },
    ...(waived.length > 0
      ? [
          {
            code: 'waivers' as const,
            holds: sound === waived.length,
            facts: { sound, of: waived.length },
          },
        ]
      : []),
  ];
}

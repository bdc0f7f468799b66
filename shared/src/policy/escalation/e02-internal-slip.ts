import { slipVsCommitted, startOf } from '../../health/milestone-figures.ts';
import { type Escalate, limitOf, type Trigger, workingDays } from './escalation.ts';

/** E2: an internal milestone slips by more than 10 working days or a tenth of its length. */
export const internalSlip: Trigger = (input) => {
  const { charter, byKind } = input.program;
  return byKind.milestone.flatMap(({ id, data }): Escalate[] => {
    const open = data.status === 'committed' || data.status === 'in_progress';
    const slip = slipVsCommitted(charter, data);
    if (!open || data.external_commitment || slip === undefined || slip <= 0) return [];
    const start = startOf(charter, data);
    const planned = start && data.committed_date && workingDays(input, start, data.committed_date);
    const percent = planned ? (100 * slip) / Math.max(1, planned) : 0;
    const long = slip > limitOf(input, 'E2', 'days', 10);
    if (!long && percent <= limitOf(input, 'E2', 'percent', 10)) return [];
    const to = ['workstream_lead', 'pm_director'];
    const facts = { days: slip, percent: Math.round(percent) };
    return [{ trigger: 'E2', code: 'slips', subject: id, to, level: 'L2', facts }];
  });
};

import { type Escalate, limitOf, type Trigger } from './escalation.ts';

/** E1: a date promised outside is forecast to be missed, or is likelier missed than met. To the sponsor, same day. */
export const externalDate: Trigger = (input) =>
  input.program.byKind.milestone.flatMap(({ id, data }): Escalate[] => {
    const { committed_date, forecast_date, external_commitment, status } = data;
    const open = status === 'committed' || status === 'in_progress';
    if (!open || !external_commitment || committed_date === undefined) return [];
    const base = {
      trigger: 'E1' as const,
      subject: id,
      to: ['executive_sponsor'],
      level: 'L3' as const,
    };
    if (forecast_date !== undefined && forecast_date > committed_date) {
      const facts = { forecast: forecast_date, committed: committed_date };
      return [{ ...base, code: 'forecast-late', facts }];
    }
    const probability = input.probability?.get(id);
    if (probability === undefined || probability >= limitOf(input, 'E1', 'percent', 50)) return [];
    return [{ ...base, code: 'unlikely', facts: { probability, committed: committed_date } }];
  });

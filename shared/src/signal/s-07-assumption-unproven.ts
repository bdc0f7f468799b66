import { kindOfId } from '../record/record-types.ts';
import { dayAfter } from './later.ts';
import type { Found, SignalDefinition } from './signal.ts';

const CONSEQUENCES = new Set(['risk', 'issue', 'change']);

/** S-07: an assumption not validated in time, or found wrong without a risk, issue or change to answer it. */
export const assumptionUnproven: SignalDefinition = {
  rule: 'S-07',
  detect: ({ all, asOf }) =>
    all('assumption').flatMap(({ id, status, validate_by: by, validated_on, links }): Found[] => {
      const waiting = status === 'open' || status === 'validating';
      if (waiting && by !== undefined && by < asOf) {
        const since = dayAfter(by);
        return [{ code: 'unproven', severity: 'warn', subjects: [id], facts: { by }, since }];
      }
      if (status !== 'invalid') return [];
      if (links.some(({ to }) => CONSEQUENCES.has(kindOfId(to) ?? ''))) return [];
      return [{ code: 'broken', severity: 'high', subjects: [id], since: validated_on }];
    }),
};

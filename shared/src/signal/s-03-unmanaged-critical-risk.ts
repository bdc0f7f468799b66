import { unmanagedBecause } from '../health/risk-figures.ts';
import type { SignalDefinition } from './signal.ts';

/** S-03: a critical risk that nobody manages (domain 2.1). */
export const unmanagedCriticalRisk: SignalDefinition = {
  rule: 'S-03',
  detect: ({ program, all, asOf }) =>
    all('risk').flatMap((risk) => {
      const because = unmanagedBecause(program, risk, asOf);
      if (because.length === 0) return [];
      const facts = { because, owner: risk.owner };
      return [{ code: 'unmanaged', severity: 'critical' as const, subjects: [risk.id], facts }];
    }),
};

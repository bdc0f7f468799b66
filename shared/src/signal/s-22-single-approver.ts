import { groupBy } from '../kpi/group-by.ts';
import { personId } from '../readiness/roles.ts';
import type { SignalDefinition } from './signal.ts';

/** S-22: one person holds most of the open decisions. */
export const singleApprover: SignalDefinition = {
  rule: 'S-22',
  personal: true,
  detect: ({ all, program, limit }) => {
    const open = all('decision').filter(({ status }) => status === 'requested');
    const named = open.filter(({ approver }) => approver !== undefined);
    const held = groupBy(named, ({ approver }) => personId(program, approver as string));
    return [...held].flatMap(([person, decisions]) => {
      const share = (100 * decisions.length) / open.length;
      if (decisions.length < limit('count', 3) || share < limit('percent', 50)) return [];
      const facts = {
        count: decisions.length,
        open: open.length,
        decisions: decisions.map(({ id }) => id),
      };
      return [{ code: 'single-approver', severity: 'warn' as const, subjects: [person], facts }];
    });
  },
};

import { criteriaOf } from '../record/criteria-of.ts';
import type { Criterion } from '../record/criterion.ts';
import type { Gate } from '../record/gate.ts';
import { openGates } from './open-gates.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

const SECURITY = new Set<Criterion['category']>(['security', 'privacy', 'compliance']);
const SETTLED = new Set<Criterion['status']>(['met', 'waived', 'not_applicable']);

function isSignedOff({ program }: SignalView, gate: Gate): boolean {
  const file = program.signOffs.get(gate.id)?.find(({ data }) => data.role === 'security_grc');
  return file !== undefined && file.data.decision !== 'pending';
}

/** Nothing of it has begun: every criterion untouched, and no sign-off given. */
function isUntouched(view: SignalView, gate: Gate, criteria: readonly Criterion[]): boolean {
  return criteria.every(({ status }) => status === 'not_started') && !isSignedOff(view, gate);
}

function findLate(view: SignalView, gate: Gate, review: string): Found | undefined {
  const criteria = criteriaOf(view.program, gate.id)
    .map(({ data }) => data)
    .filter(({ category }) => SECURITY.has(category));
  const asked = gate.required_signoffs.some(({ role }) => role === 'security_grc');
  const days = view.wd(view.asOf, review);
  const found = (code: string, more: Found['facts'] = {}): Found => ({
    code,
    severity: 'high',
    subjects: [gate.id],
    facts: { review, days, ...more },
  });
  if (criteria.length === 0 && !asked) {
    return gate.type === 'cutover' ? found('no-security-check') : undefined;
  }
  if (days <= view.limit('days', 20) && isUntouched(view, gate, criteria))
    return found('not-started');
  const tight = criteria.find(
    ({ due, status }) =>
      due !== undefined &&
      !SETTLED.has(status) &&
      view.wd(due, review) < view.limit('margin_days', 5),
  );
  return tight && found('due-too-late', { criterion: tight.id, due: tight.due });
}

/** S-18: security is looked at too late before a gate, or not at all before a cutover. */
export const lateSecurityReview: SignalDefinition = {
  rule: 'S-18',
  detect: (view) =>
    openGates(view).flatMap((gate) => {
      const found = gate.review_date && findLate(view, gate, gate.review_date);
      return found ? [found] : [];
    }),
};

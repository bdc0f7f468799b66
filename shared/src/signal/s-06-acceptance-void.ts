import { lastAssessment } from '../health/risk-figures.ts';
import { heldRole } from '../readiness/roles.ts';
import type { Risk } from '../record/risk.ts';
import { dayAfter } from './later.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

type Accepted = Risk & { acceptance: NonNullable<Risk['acceptance']> };

function expiry(view: SignalView, { id, acceptance }: Accepted): Found[] {
  const { expires } = acceptance;
  if (expires < view.asOf) {
    const facts = { expires };
    const since = dayAfter(expires);
    return [{ code: 'expired', severity: 'critical', subjects: [id], facts, since }];
  }
  const days = view.wd(view.asOf, expires);
  if (days > view.limit('warn_days', 10)) return [];
  return [{ code: 'expiring', severity: 'warn', subjects: [id], facts: { expires, days } }];
}

function authority({ program }: SignalView, { id, acceptance, workstream }: Accepted): Found[] {
  const { by, at, authority_role: role } = acceptance;
  if (heldRole(program, by, role, workstream, at)) return [];
  return [{ code: 'no-authority', severity: 'critical', subjects: [id], facts: { by, role } }];
}

const worst = (impact: Readonly<Record<string, unknown>>): number =>
  Math.max(0, ...Object.values(impact).filter((each) => typeof each === 'number'));

/** The residual risk was assessed again after it was accepted, and is larger than what was accepted. */
function residual(view: SignalView, risk: Accepted): Found[] {
  const { at, residual: accepted } = risk.acceptance;
  const last = lastAssessment(view.program.charter, risk, 'residual', view.asOf);
  if (accepted === undefined || last === undefined || view.day(last.at) <= view.day(at)) return [];
  const now = last.probability * worst(last.impact);
  const then = accepted.probability * accepted.impact;
  if (now <= then) return [];
  const facts = { score: now, accepted: then };
  const since = view.day(last.at);
  return [{ code: 'residual-worse', severity: 'critical', subjects: [risk.id], facts, since }];
}

const isAccepted = (risk: Risk): risk is Accepted =>
  risk.status === 'accepted' && risk.acceptance !== undefined;

/** S-06: an acceptance that has run out, was given without authority, or no longer covers what is left. */
export const acceptanceVoid: SignalDefinition = {
  rule: 'S-06',
  detect: (view) =>
    view
      .all('risk')
      .filter(isAccepted)
      .flatMap((risk) => [
        ...expiry(view, risk),
        ...authority(view, risk),
        ...residual(view, risk),
      ]),
};

import { isPlainMap } from '../../text/field-value.ts';
import { type PlanContext, type Planned, type Refused, refuse } from '../plan-context.ts';
import { planMove } from '../plan-move.ts';
import type { Target } from '../target.ts';

/** Puts an assessed change to those who decide; no dimension may be left open (domain 1.13). */
export type RequestChangeApproval = { intent: 'request-change-approval'; id: string };

export const IMPACT_DIMENSIONS = [
  'scope',
  'schedule',
  'cost',
  'resource',
  'architecture',
  'user_experience',
  'test',
  'documentation',
  'security',
  'operations',
  'risk',
  'benefits',
] as const;

function checkImpact({ id, data }: Target): Refused | undefined {
  const impact = isPlainMap(data.impact) ? data.impact : {};
  const open = IMPACT_DIMENSIONS.filter(
    (name) => impact[name] === undefined || impact[name] === null,
  );
  if (open.length === 0) return undefined;
  return refuse('impact-incomplete', { id, dimensions: open });
}

export const planRequestChangeApproval = (
  intent: RequestChangeApproval,
  context: PlanContext,
): Planned =>
  planMove(context, {
    intent: intent.intent,
    id: intent.id,
    kinds: ['change'],
    verb: 'Ask for approval of',
    to: 'pending_approval',
    guard: checkImpact,
  });

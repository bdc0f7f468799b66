import type { PlainMap } from '../../text/field-value.ts';
import { sameValue, valueAt } from '../../text/field-value.ts';
import type { ChangeCode } from '../program-change.ts';
import type { Both, Finding } from './finding.ts';

/** Fields that go with a move and need no line of their own. */
const COMPANIONS = [
  'status',
  'outcome',
  'closed_on',
  'closure_note',
  'actual_date',
  'done_on',
  'resolved_on',
  'resolution',
  'decided_on',
  'delivered_on',
  'accepted_on',
  'accepted_by',
  'verified_by',
  'waiver',
  'na_reason',
  'acceptance',
  'agreement',
  'decision',
];

const CRITERION: Readonly<Record<string, ChangeCode>> = {
  met: 'criterion-met',
  not_met: 'criterion-regressed',
  waived: 'criterion-waived',
};

function codeOf(
  both: Both,
  from: string,
  to: string,
  isOver: (status: string) => boolean,
): ChangeCode {
  if (to === 'void') return 'voided';
  const own = both.kind === 'criterion' ? CRITERION[to] : undefined;
  // Not met is a step back only from met; from elsewhere it is a first answer.
  if (own !== undefined && (to !== 'not_met' || from === 'met')) return own;
  if (isOver(from) && !isOver(to)) return 'reopened';
  return isOver(to) ? 'closed' : 'status-moved';
}

const text = (data: PlainMap, ...path: string[]): string => String(valueAt(data, path) ?? '');

function gateDecision({ before, after, kind }: Both): Finding[] {
  if (kind !== 'gate' || after.decision === undefined) return [];
  if (sameValue(before.decision, after.decision)) return [];
  const facts = { outcome: text(after, 'decision', 'outcome'), by: text(after, 'decision', 'by') };
  return [{ code: 'gate-decided', fields: COMPANIONS, facts }];
}

/** A move along the lifecycle, or what it means. */
export function compareStatus(both: Both, isOver: (status: string) => boolean): Finding[] {
  const decided = gateDecision(both);
  if (decided.length > 0) return decided;
  const [from, to] = [text(both.before, 'status'), text(both.after, 'status')];
  if (from === to) return [];
  const outcome = text(both.after, 'outcome', 'option') || (both.after.outcome ?? '');
  const facts = { from, to, ...(typeof outcome === 'string' && outcome !== '' ? { outcome } : {}) };
  return [{ code: codeOf(both, from, to, isOver), fields: COMPANIONS, facts }];
}

import { dayOf } from '../../schedule/day-of.ts';
import type { Assessment, Risk } from '../risk.ts';
import type { Guard, Unmet } from './guard.ts';
import { isSaid, linkedIds, unmet } from './guard.ts';

const THREAT = [
  'avoid',
  'mitigate',
  'transfer',
  'share',
  'accept',
  'escalate',
  'prepare_contingency',
];
const OPPORTUNITY = [
  'exploit',
  'enhance',
  'share',
  'transfer',
  'accept',
  'escalate',
  'prepare_contingency',
];
const INTAKE_ENDS: readonly string[] = ['rejected', 'duplicate'];
const ENDS: readonly string[] = [
  'mitigated',
  'avoided',
  'transferred',
  'did_not_occur',
  'escalated',
  'duplicate',
];

const lastOf = (data: Risk, state: Assessment['state']): Assessment | undefined =>
  data.assessments
    .filter((entry) => entry.state === state)
    .reduce<Assessment | undefined>(
      (last, entry) => (last && last.at > entry.at ? last : entry),
      undefined,
    );

const highestImpact = ({ impact }: Assessment): number =>
  Math.max(0, ...Object.values(impact).filter((value) => typeof value === 'number'));

const checkRated: Guard<'risk'>['check'] = ({ data }) => {
  const current = lastOf(data, 'current');
  if (current === undefined) return unmet('no-current-assessment', 'assessments');
  return highestImpact(current) > 0 ? undefined : unmet('no-impact', 'assessments');
};

function checkTarget(data: Risk): Unmet | undefined {
  const target = data.response?.target;
  const current = lastOf(data, 'current');
  if (target === undefined)
    return unmet('missing', 'response.target', { field: 'response.target' });
  const score = current ? current.probability * highestImpact(current) : Number.POSITIVE_INFINITY;
  const aim = target.probability * target.impact;
  const better = data.kind === 'opportunity' ? aim > score : aim < score;
  return better || current === undefined
    ? undefined
    : unmet('target-not-lower', 'response.target', { target: aim, current: score });
}

const checkResponse: Guard<'risk'>['check'] = ({ data }) => {
  const { response } = data;
  if (response === undefined) return undefined;
  const { strategy } = response;
  const fitting = data.kind === 'threat' ? THREAT : OPPORTUNITY;
  const found: (Unmet | undefined)[] = [checkTarget(data)];
  if (strategy === 'accept') found.push(unmet('strategy-is-accept', 'response.strategy'));
  if (!fitting.includes(strategy)) {
    found.push(unmet('strategy-not-for-kind', 'response.strategy', { strategy, kind: data.kind }));
  }
  if (response.actions.length === 0 && response.due === undefined) {
    found.push(unmet('no-action', 'response.actions'));
  }
  if (strategy === 'prepare_contingency' && !isSaid(data.contingency_plan)) {
    found.push(unmet('missing', 'contingency_plan', { field: 'contingency_plan' }));
  }
  return found.filter((each) => each !== undefined);
};

const yearAfter = (day: string): string =>
  `${String(+day.slice(0, 4) + 1).padStart(4, '0')}${day.slice(4)}`;

const checkAcceptance: Guard<'risk'>['check'] = ({ program, data }) => {
  const { acceptance, response } = data;
  if (acceptance === undefined) return undefined;
  const latest = yearAfter(dayOf(acceptance.at, program.charter.timezone));
  return [
    ...(acceptance.expires > latest
      ? [unmet('expires-too-late', 'acceptance.expires', { day: acceptance.expires, latest })]
      : []),
    ...(response !== undefined && response.strategy !== 'accept'
      ? [unmet('strategy-not-accept', 'response.strategy', { strategy: response.strategy })]
      : []),
  ];
};

const checkIssue: Guard<'risk'>['check'] = ({ program, data }) => {
  if (data.issue === undefined || program.records.get(data.issue)?.kind === 'issue')
    return undefined;
  return unmet('no-such-record', 'issue', { id: data.issue });
};

const checkEnd: Guard<'risk'>['check'] = ({ program, data, asOf }) => {
  const found: Unmet[] = [];
  const { outcome = '' } = data;
  if (!ENDS.includes(outcome)) {
    found.push(unmet('outcome-not-for-state', 'outcome', { outcome, allowed: ENDS }));
  }
  if (lastOf(data, 'residual') === undefined)
    found.push(unmet('no-residual-assessment', 'assessments'));
  const today = dayOf(asOf, program.charter.timezone);
  if (outcome === 'did_not_occur' && data.proximity !== undefined && data.proximity.to >= today) {
    found.push(unmet('window-not-over', 'proximity.to', { day: data.proximity.to }));
  }
  if (outcome === 'escalated' && linkedIds(data, ['ESC']).length === 0) {
    found.push(unmet('no-escalation', 'links'));
  }
  if (outcome === 'escalated' && !isSaid(data.escalated_to)) {
    found.push(unmet('missing', 'escalated_to', { field: 'escalated_to' }));
  }
  return found;
};

const checkOccurredEnd: Guard<'risk'>['check'] = ({ program, data }) => {
  const issue = data.issue === undefined ? undefined : program.records.get(data.issue);
  const found: Unmet[] = [];
  if (data.outcome !== 'occurred') {
    found.push(
      unmet('outcome-not-for-state', 'outcome', {
        outcome: data.outcome ?? '',
        allowed: ['occurred'],
      }),
    );
  }
  if (issue?.kind === 'issue' && !['resolved', 'closed'].includes(issue.data.status)) {
    found.push(unmet('issue-open', 'issue', { id: issue.id }));
  }
  return found;
};

const checkRejection: Guard<'risk'>['check'] = ({ data }) => [
  ...(INTAKE_ENDS.includes(data.outcome ?? '')
    ? []
    : [
        unmet('outcome-not-for-state', 'outcome', {
          outcome: data.outcome ?? '',
          allowed: INTAKE_ENDS,
        }),
      ]),
  ...(isSaid(data.closure_note)
    ? []
    : [unmet('missing', 'closure_note', { field: 'closure_note' })]),
];

/** Domain 1.8. Who may accept a risk is `policy/`'s (DR-11). */
export const riskGuards: readonly Guard<'risk'>[] = [
  { to: ['open', 'treating'], check: checkRated },
  { to: ['treating'], check: checkResponse },
  { to: ['accepted'], check: checkAcceptance },
  { to: ['occurred'], check: checkIssue },
  { to: ['closed'], from: ['proposed'], check: checkRejection },
  { to: ['closed'], from: ['open', 'treating', 'accepted'], check: checkEnd },
  { to: ['closed'], from: ['occurred'], check: checkOccurredEnd },
  {
    to: ['open'],
    from: ['closed'],
    check: ({ data }) =>
      isSaid(data.log.findLast(({ event }) => event === 'reopen')?.note)
        ? undefined
        : unmet('no-reason', 'log'),
  },
];

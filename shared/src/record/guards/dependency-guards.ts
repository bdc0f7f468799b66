import type { Program } from '../../program/program.ts';
import type { Dependency } from '../dependency.ts';
import type { Guard, Unmet } from './guard.ts';
import { hasReason, isSaid, linkedIds, unmet } from './guard.ts';

const AGREED = ['committed', 'in_progress', 'delivered', 'accepted'] as const;
const APPROVED: readonly string[] = ['approved', 'implemented', 'closed'];

/** A linked risk, or an approved change of the milestone that waits, answers for a late promise. */
function isCovered(program: Program, id: string, data: Dependency): boolean {
  if (linkedIds(data, ['R']).length > 0) return true;
  const risks = program.byKind.risk.some(
    (risk) => risk.data.affects.includes(id) || risk.data.links.some(({ to }) => to === id),
  );
  if (risks) return true;
  const milestone = data.consumer.milestone;
  return program.byKind.change.some(({ data: change, id: changeId }) => {
    if (!APPROVED.includes(change.status)) return false;
    const moved = change.impact?.schedule;
    const named = Array.isArray(moved) && moved.some((move) => move.milestone === milestone);
    return named || data.links.some(({ to }) => to === changeId);
  });
}

const checkPromise: Guard<'dependency'>['check'] = ({ program, id, data }) => {
  const { committed_date: promised, need_by: needed } = data;
  if (promised === undefined || needed === undefined || promised <= needed) return undefined;
  if (isCovered(program, id, data)) return undefined;
  return unmet('late-without-risk', 'committed_date', { promised, needed });
};

const checkAgreement: Guard<'dependency'>['check'] = ({ data }) => {
  const { agreement } = data;
  if (agreement === undefined || agreement.provider_owner !== agreement.consumer_owner)
    return undefined;
  const facts = { person: agreement.provider_owner, other: 'consumer_owner' };
  return unmet('same-person', 'agreement.provider_owner', facts);
};

const checkByType: Guard<'dependency'>['check'] = ({ data, to }) => {
  const found: Unmet[] = [];
  const long = data.type === 'vendor' || data.type === 'environment';
  if (long && data.lead_time_days === undefined) {
    found.push(unmet('missing', 'lead_time_days', { field: 'lead_time_days', state: to }));
  }
  if (data.criticality === 'blocking' && !isSaid(data.fallback)) {
    found.push(unmet('missing', 'fallback', { field: 'fallback', state: to }));
  }
  return found;
};

const checkAcceptor: Guard<'dependency'>['check'] = ({ program, data }) => {
  const by = data.accepted_by;
  if (by === undefined || by === data.consumer.owner) return undefined;
  const team = program.people.people.find(({ id }) => id === by)?.team;
  if (team === undefined || data.consumer.team === undefined || team === data.consumer.team)
    return undefined;
  return unmet('not-on-consumer-side', 'accepted_by', { person: by, team: data.consumer.team });
};

/** Domain 1.11. The two approvals of an agreement are `policy/`'s (DR-07). */
export const dependencyGuards: readonly Guard<'dependency'>[] = [
  { to: ['committed', 'in_progress'], check: checkByType },
  { to: AGREED, check: checkAgreement },
  { to: ['committed', 'in_progress', 'delivered'], check: checkPromise },
  { to: ['accepted'], check: checkAcceptor },
  {
    to: ['declined', 'cancelled'],
    check: ({ data, to }) => (hasReason(data.log, to) ? undefined : unmet('no-reason', 'log')),
  },
  {
    to: ['declined'],
    check: ({ program, id, data }) => {
      const refs = data.log.map(({ ref }) => ref);
      const named = program.byKind.escalation.some((each) => each.data.subject.includes(id));
      return named || linkedIds(data, ['DEC', 'ESC'], refs).length > 0
        ? undefined
        : unmet('no-decision', 'links');
    },
  },
];

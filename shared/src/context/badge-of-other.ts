import type { Said } from './badge.ts';
import { type BadgeCore, type BadgeFacts, present, said, who } from './badge-facts.ts';
import type { Match } from './context.ts';
import { shortName } from './short-name.ts';

type Due = {
  due: string | undefined;
  isOpen: boolean;
  done: string | undefined;
  owner: string | undefined;
};

function dueOf({ record }: Match): Due | undefined {
  if (record.kind === 'decision') {
    const { status, needed_by: due, decided_on: done, approver: owner } = record.data;
    return { due, isOpen: ['draft', 'requested', 'deferred'].includes(status), done, owner };
  }
  if (record.kind === 'action') {
    const { status, due, done_on: done, owner } = record.data;
    return { due, isOpen: ['open', 'in_progress', 'blocked'].includes(status), done, owner };
  }
  if (record.kind === 'assumption') {
    const { status, validate_by: due, validated_on: done, owner } = record.data;
    return { due, isOpen: status === 'open' || status === 'validating', done, owner };
  }
  return undefined;
}

function stateOf(
  { due, isOpen, done }: Due,
  status: string,
  asOf: string,
): Pick<BadgeCore, 'level' | 'state'> {
  if (!isOpen)
    return { level: 'done', state: said('state.status', { status, ...present({ date: done }) }) };
  if (due === undefined) return { level: 'unknown', state: said('state.no_date') };
  return due < asOf
    ? { level: 'high', state: said('state.past', { date: due }) }
    : { level: 'low', state: said('state.due', { date: due }) };
}

const KINDS = {
  decision: 'decision',
  action: 'action',
  assumption: 'assumption',
  change: 'change',
} as const;

/**
 * Decisions, actions, assumptions and change requests have no badge in a strip (four kinds only); lists of all records
 * of a page show them. Undefined for every other kind.
 */
export function badgeOfOther(match: Match, { program, asOf }: BadgeFacts): BadgeCore | undefined {
  const { record } = match;
  if (!(record.kind in KINDS)) return undefined;
  const kind = KINDS[record.kind as keyof typeof KINDS];
  const due = dueOf(match) ?? { due: undefined, isOpen: false, done: undefined, owner: undefined };
  const next: Said | undefined =
    due.isOpen && due.due !== undefined
      ? said(`next.${kind}`, { date: due.due, ...who(program, due.owner) })
      : undefined;
  const rated =
    kind === 'change'
      ? { level: 'unknown' as const, state: said('state.status', { status: record.data.status }) }
      : stateOf(due, record.data.status, asOf);
  return { kind, shortName: shortName(record.data.title), ...rated, why: [], next };
}

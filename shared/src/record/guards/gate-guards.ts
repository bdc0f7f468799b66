import type { Program } from '../../program/program.ts';
import { criteriaOf } from '../criteria-of.ts';
import type { Guard, Unmet } from './guard.ts';
import { isSaid, unmet } from './guard.ts';

function checkDefined(program: Program, gate: string): Unmet | undefined {
  const criteria = criteriaOf(program, gate);
  if (criteria.length === 0) return unmet('no-criteria', undefined, { gate });
  const incomplete = criteria.filter(({ data }) => !isSaid(data.owner) || !isSaid(data.measure));
  if (incomplete.length === 0) return undefined;
  return unmet('criteria-incomplete', undefined, { criteria: incomplete.map(({ id }) => id) });
}

/** Domain 2.7: the counts stored with the decision must carry a plain `go`. */
const checkGo: Guard<'gate'>['check'] = ({ data }) => {
  const snapshot = data.decision?.snapshot;
  if (data.decision?.outcome !== 'go') return undefined;
  if (snapshot === undefined) return unmet('no-snapshot', 'decision.snapshot');
  const pct = snapshot.applicable === 0 ? 0 : (snapshot.met / snapshot.applicable) * 100;
  const threshold = data.pass_threshold_pct;
  const found: Unmet[] = [];
  if (snapshot.mandatory_unmet > 0) {
    found.push(unmet('mandatory-unmet', 'decision.outcome', { count: snapshot.mandatory_unmet }));
  }
  if (!snapshot.signoffs_ok) found.push(unmet('sign-offs-not-valid', 'decision.outcome'));
  if (pct < threshold) found.push(unmet('below-threshold', 'decision.outcome', { pct, threshold }));
  return found;
};

/** A conditional go stands on waivers: each with a risk that runs out. */
const checkConditionalGo: Guard<'gate'>['check'] = ({ program, id, data }) => {
  if (data.decision?.outcome !== 'conditional_go') return undefined;
  const open = criteriaOf(program, id).filter(
    (each) => each.data.mandatory && !['met', 'not_applicable'].includes(each.data.status),
  );
  const bare = open.filter(({ data: criterion }) => criterion.status !== 'waived');
  const riskless = open.filter(
    ({ data: criterion }) => criterion.status === 'waived' && criterion.waiver?.risk === undefined,
  );
  return [
    ...(bare.length > 0
      ? [unmet('not-waived', undefined, { criteria: bare.map((c) => c.id) })]
      : []),
    ...(riskless.length > 0
      ? [unmet('waiver-without-risk', undefined, { criteria: riskless.map((c) => c.id) })]
      : []),
  ];
};

const checkClosing: Guard<'gate'>['check'] = ({ program, data }) => {
  const outcome = data.decision?.outcome;
  if (outcome === 'no_go' || outcome === 'deferred') {
    return unmet('outcome-not-for-state', 'decision.outcome', { outcome, state: 'closed' });
  }
  if (outcome !== 'conditional_go') return undefined;
  const open = (data.decision?.conditions ?? []).filter((id) => {
    const record = program.records.get(id);
    return record?.kind !== 'action' || record.data.status !== 'done';
  });
  return open.length > 0 ? unmet('conditions-open', 'decision.conditions', { open }) : undefined;
};

/** Domain 1.7. Whether sign-offs are valid is `readiness/`'s; the snapshot carries its answer. */
export const gateGuards: readonly Guard<'gate'>[] = [
  { to: ['defined', 'in_review'], check: ({ program, id }) => checkDefined(program, id) },
  {
    to: ['defined', 'in_review', 'decided'],
    check: ({ program, data }) =>
      data.decider !== undefined && data.decider === program.charter.program_manager
        ? unmet('decider-is-program-manager', 'decider', { person: data.decider })
        : undefined,
  },
  { to: ['decided'], check: checkGo },
  { to: ['decided'], from: ['in_review'], check: checkConditionalGo },
  {
    to: ['decided'],
    check: ({ data }) =>
      ['no_go', 'deferred'].includes(data.decision?.outcome ?? '') &&
      data.decision?.reevaluate_on === undefined
        ? unmet('missing', 'decision.reevaluate_on', { field: 'decision.reevaluate_on' })
        : undefined,
  },
  {
    to: ['in_review'],
    from: ['decided'],
    check: ({ data }) =>
      ['go', 'conditional_go'].includes(data.decision?.outcome ?? '')
        ? unmet('outcome-not-for-state', 'decision.outcome', {
            outcome: data.decision?.outcome ?? '',
            state: 'in_review',
          })
        : undefined,
  },
  { to: ['closed'], check: checkClosing },
];

import type { Program } from '../../program/program.ts';
import { dayOf } from '../../schedule/day-of.ts';
import type { Milestone } from '../milestone.ts';
import type { Guard } from './guard.ts';
import { isSaid, linkedIds, unmet } from './guard.ts';

const gateSaysGo = (program: Program, gate: string | undefined): boolean => {
  const record = gate === undefined ? undefined : program.records.get(gate);
  if (record?.kind !== 'gate') return false;
  return ['go', 'conditional_go'].includes(record.data.decision?.outcome ?? '');
};

const hasEvidence = (data: Milestone): boolean =>
  data.external.some(({ role }) => role === 'evidence') ||
  data.links.some(({ rel }) => rel === 'evidence_for');

/** A decision or change that names the milestone, from either side. */
function isDecided(program: Program, id: string, data: Milestone): boolean {
  const refs = [...data.baseline_history, ...data.log].map(({ ref }) => ref);
  if (linkedIds(data, ['CR', 'DEC'], refs).length > 0) return true;
  const { change, decision } = program.byKind;
  return [...change, ...decision].some((record) => record.data.affects.includes(id));
}

/** Domain 1.6. The approval of an external date is `policy/`'s; a missing gate is S-17's (readings G.20). */
export const milestoneGuards: readonly Guard<'milestone'>[] = [
  {
    to: ['achieved'],
    check: ({ program, data, asOf }) => {
      const today = dayOf(asOf, program.charter.timezone);
      return data.actual_date !== undefined && data.actual_date > today
        ? unmet('day-in-future', 'actual_date', { day: data.actual_date })
        : undefined;
    },
  },
  {
    to: ['achieved'],
    check: ({ program, data }) =>
      hasEvidence(data) || gateSaysGo(program, data.gate)
        ? undefined
        : unmet('no-evidence', 'external'),
  },
  {
    to: ['deferred', 'cancelled'],
    check: ({ program, id, data }) =>
      isDecided(program, id, data) ? undefined : unmet('no-decision', 'links'),
  },
  {
    to: ['in_progress'],
    from: ['achieved'],
    check: ({ data }) =>
      isSaid(data.log.findLast(({ event }) => event === 'reopen')?.note)
        ? undefined
        : unmet('no-reason', 'log'),
  },
];

import type { Program } from '../program/program.ts';
import type { TypedRecord } from './record-types.ts';

type Criteria = readonly TypedRecord<'criterion'>[];

/** By the list of criteria itself, which a program that changed elsewhere keeps. */
const known = new WeakMap<Criteria, ReadonlyMap<string, Criteria>>();

function byGate(criteria: Criteria): ReadonlyMap<string, Criteria> {
  const found = known.get(criteria);
  if (found !== undefined) return found;
  const groups = new Map<string, TypedRecord<'criterion'>[]>();
  for (const criterion of criteria) {
    const gate = criterion.id.slice(0, criterion.id.lastIndexOf('.'));
    const group = groups.get(gate);
    if (group === undefined) groups.set(gate, [criterion]);
    else group.push(criterion);
  }
  known.set(criteria, groups);
  return groups;
}

/** The gate's criteria that are not void, in the order of their ids. */
export const criteriaOf = ({ byKind }: Pick<Program, 'byKind'>, gateId: string): Criteria =>
  (byGate(byKind.criterion).get(gateId) ?? []).filter(({ data }) => data.status !== 'void');

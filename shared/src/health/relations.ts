import type { Program } from '../program/program.ts';
import type { AnyRecord, TypedRecord } from '../record/record-types.ts';

/** Who points to whom, the other way round. Built once per program. */
export type Relations = {
  /** Risks, issues and decisions that affect a record: by `affects`, `quantitative.applies_to` or a link `affects`. */
  affecting: (id: string) => readonly AnyRecord[];
  /** Dependencies whose consumer milestone it is. */
  neededBy: (milestone: string) => readonly TypedRecord<'dependency'>[];
  /** The milestone's own `gate`, else the first gate that names the milestone. */
  gateOf: (milestone: string) => TypedRecord<'gate'> | undefined;
};

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function affectedBy(record: AnyRecord): ReadonlySet<string> {
  const linked = record.data.links.filter(({ rel }) => rel === 'affects').map(({ to }) => to);
  const affects =
    'affects' in record.data && Array.isArray(record.data.affects) ? record.data.affects : [];
  const applies = record.kind === 'risk' ? (record.data.quantitative?.applies_to ?? []) : [];
  return new Set([...linked, ...affects.filter((id) => typeof id === 'string'), ...applies]);
}

function affectingMap({ byKind }: Program): ReadonlyMap<string, AnyRecord[]> {
  const map = new Map<string, AnyRecord[]>();
  for (const record of [...byKind.risk, ...byKind.issue, ...byKind.decision])
    for (const id of affectedBy(record)) addTo(map, id, record);
  return map;
}

function build(program: Program): Relations {
  const affecting = affectingMap(program);
  const consumers = new Map<string, TypedRecord<'dependency'>[]>();
  for (const dependency of program.byKind.dependency)
    addTo(consumers, dependency.data.consumer.milestone ?? '', dependency);
  const gates = new Map<string, TypedRecord<'gate'>>();
  for (const gate of program.byKind.gate.toReversed())
    if (gate.data.status !== 'void') gates.set(gate.data.milestone ?? '', gate);
  return {
    affecting: (id) => affecting.get(id) ?? [],
    neededBy: (milestone) => consumers.get(milestone) ?? [],
    gateOf: (milestone) => gateNamed(program, milestone) ?? gates.get(milestone),
  };
}

function gateNamed(program: Program, milestone: string): TypedRecord<'gate'> | undefined {
  const record = program.records.get(milestone);
  const id = record?.kind === 'milestone' ? record.data.gate : undefined;
  const gate = id === undefined ? undefined : program.records.get(id);
  return gate?.kind === 'gate' ? gate : undefined;
}

const known = new WeakMap<Program, Relations>();

export function relationsOf(program: Program): Relations {
  const relations = known.get(program) ?? build(program);
  known.set(program, relations);
  return relations;
}

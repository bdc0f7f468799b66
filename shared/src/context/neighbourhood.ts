import type { Program } from '../program/program.ts';
import { referencesOf } from '../program/references.ts';
import type { AnyRecord, RecordKind } from '../record/record-types.ts';

/** Files of a record and the records next to it. Plain JSON, so that it can be kept beside the packed index. */
export type Neighbour = { paths: readonly string[]; near: readonly string[] };
export type Neighbourhood = {
  v: 1;
  timezone: string;
  /** Files that every reading needs: charter, people, roles, policy, and what cannot be read. */
  always: readonly string[];
  byId: Readonly<Record<string, Neighbour>>;
};

const SETTINGS = ['program.yaml', 'people.yaml', 'roles.yaml', 'policy.yaml'];

/** Everything refers to these; a way through them would lead to the whole program. */
const HUBS: ReadonlySet<RecordKind> = new Set([
  'workstream',
  'team',
  'report',
  'meeting',
  'survey',
  'cost',
]);

const gateOf = (criterion: string): string => criterion.split('.')[0] ?? criterion;

function filesOf(program: Program, { id, path, kind }: AnyRecord): readonly string[] {
  const signOffs = kind === 'gate' ? (program.signOffs.get(id) ?? []).map((file) => file.path) : [];
  return [path, ...signOffs];
}

function linksOf(record: AnyRecord): readonly string[] {
  const own = record.kind === 'criterion' ? [gateOf(record.id)] : [];
  return [...own, ...referencesOf(record).map(({ to }) => to)];
}

/** Worked out once per program: who stands next to whom, in both directions. */
export function neighbourhoodOf(program: Program): Neighbourhood {
  const near = new Map<string, Set<string>>(
    [...program.records.keys()].map((id) => [id, new Set()]),
  );
  for (const record of program.records.values())
    for (const to of linksOf(record)) {
      near.get(to)?.add(record.id);
      if (program.records.has(to)) near.get(record.id)?.add(to);
    }
  const byId = [...program.records.values()].map((record): [string, Neighbour] => [
    record.id,
    {
      paths: filesOf(program, record),
      near: HUBS.has(record.kind) ? [] : [...(near.get(record.id) ?? [])],
    },
  ]);
  return {
    v: 1,
    timezone: program.charter.timezone,
    always: [
      ...SETTINGS.filter((path) => program.files.has(path)),
      ...program.broken.map(({ path }) => path),
    ],
    byId: Object.fromEntries(byId),
  };
}

/** Undefined when the data is not of this version. */
export const readNeighbourhood = (data: unknown): Neighbourhood | undefined =>
  typeof data === 'object' && data !== null && 'v' in data && data.v === 1
    ? (data as Neighbourhood)
    : undefined;

/** How far a badge looks: a milestone, its gate, the gate's criteria, their waivers' risks. */
const STEPS = 3;

/**
 * Files from which the badges of some records can be worked out as from the whole program. More than `most` files:
 * undefined, the whole program is then as quick.
 */
export function filesNear(
  { always, byId }: Neighbourhood,
  ids: readonly string[],
  most: number,
): readonly string[] | undefined {
  const seen = new Set(ids);
  let edge = ids;
  for (let step = 0; step < STEPS; step++) {
    edge = edge.flatMap((id) => byId[id]?.near ?? []).filter((id) => !seen.has(id));
    for (const id of edge) seen.add(id);
    if (seen.size > most) return undefined;
  }
  return [...new Set([...always, ...[...seen].flatMap((id) => byId[id]?.paths ?? [])])];
}

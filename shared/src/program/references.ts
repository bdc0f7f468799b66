import type { FieldPath } from '../change/edit.ts';
import type { AnyRecord, RecordKind } from '../record/record-types.ts';
import { recordKinds, recordTypes } from '../record/record-types.ts';
import { SignOff } from '../record/sign-off.ts';
import type { Program } from './program.ts';
import type { SchemaPath } from './schema-paths.ts';
import { personPaths, refPaths } from './schema-paths.ts';

/** One field of one file that names another record, or a person. */
export type Reference = {
  /** Id of the record the field is in; for a sign-off, its gate. */
  from: string;
  file: string;
  path: FieldPath;
  /** As written: an id, or `<program key>/R-12` (rulings B9). For people: a person id, `@login` or an e-mail. */
  to: string;
};

type Ways = { readonly [Kind in RecordKind]: readonly SchemaPath[] };

const waysBy = (
  find: (schema: (typeof recordTypes)[RecordKind]['schema']) => readonly SchemaPath[],
): Ways =>
  Object.fromEntries(
    recordKinds.map((kind) => [kind, find(recordTypes[kind].schema)]),
  ) as unknown as Ways;

const refWays = waysBy(refPaths);
const personWays = waysBy(personPaths);
const signOffWays: readonly SchemaPath[] = [...refPaths(SignOff), ['conditions', '*']];

type Hit = { path: FieldPath; to: string };

/** Runs for every way of every record: it allocates nothing until something is found. */
function walk(value: unknown, way: SchemaPath, at: number, done: FieldPath, hits: Hit[]): void {
  const head = way[at];
  if (head === undefined) {
    if (typeof value === 'string') hits.push({ path: done, to: value });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (head !== '*') {
    if (Object.hasOwn(value, head)) {
      walk((value as Record<string, unknown>)[head], way, at + 1, [...done, head], hits);
    }
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      walk(item, way, at + 1, [...done, index], hits);
    });
  }
}

function collect(data: object, ways: readonly SchemaPath[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (const way of ways) if (Object.hasOwn(data, way[0] ?? '')) walk(data, way, 0, [], hits);
  return hits;
}

const isOwnPlace = ({ path, to }: Hit): boolean =>
  to === 'program' && (path.at(-1) === 'workstream' || path.at(-1) === 'ref');

/** Records never change, so what they refer to is worked out once. */
const known = new WeakMap<AnyRecord, readonly Reference[]>();

/** Every reference a record makes, in the order of its schema. The word `program` for a workstream is none. */
export function referencesOf(record: AnyRecord): readonly Reference[] {
  const found = known.get(record);
  if (found !== undefined) return found;
  const references = collect(record.data, refWays[record.kind])
    .filter((hit) => !isOwnPlace(hit))
    .map((hit) => ({ from: record.id, file: record.path, ...hit }));
  known.set(record, references);
  return references;
}

/** Every field of a record that names a person. */
export const peopleIn = (record: AnyRecord): readonly Reference[] =>
  collect(record.data, personWays[record.kind]).map((hit) => ({
    from: record.id,
    file: record.path,
    ...hit,
  }));

const signOffReferences = (program: Program): readonly Reference[] =>
  [...program.signOffs.values()].flat().flatMap(({ path: file, gate, data }) =>
    collect(data, signOffWays)
      .filter(({ path: [head], to }) => head !== 'gate' && kindLike.test(to))
      .map((hit) => ({ from: gate, file, ...hit })),
  );

/** Conditions of a sign-off may be plain sentences; only what looks like an id is a reference. */
const kindLike = /^(?:[a-z0-9][a-z0-9-]*\/)?[A-Z]{1,4}-[0-9][A-Za-z0-9.-]*$/;

/** Every reference in a program: records, then sign-offs. */
export const allReferences = (program: Program): readonly Reference[] => [
  ...[...program.records.values()].flatMap(referencesOf),
  ...signOffReferences(program),
];

const reverse = new WeakMap<Program, ReadonlyMap<string, readonly Reference[]>>();

function reverseOf(program: Program): ReadonlyMap<string, readonly Reference[]> {
  const found = reverse.get(program);
  if (found !== undefined) return found;
  const index = new Map<string, Reference[]>();
  for (const reference of allReferences(program)) {
    const { id } = splitReference(program, reference.to);
    const list = index.get(id);
    if (list === undefined) index.set(id, [reference]);
    else list.push(reference);
  }
  reverse.set(program, index);
  return index;
}

/** What names a record, from anywhere in its program. The index is built at the first question. */
export const referencesTo = (program: Program, id: string): readonly Reference[] =>
  reverseOf(program).get(id) ?? [];

/** Parts of a reference. `program` is set when it leads to another program; then `id` is the text as written. */
export function splitReference(
  program: Program,
  to: string,
): { program: string | undefined; id: string } {
  const slash = to.indexOf('/');
  if (slash < 0) return { program: undefined, id: to };
  const key = to.slice(0, slash);
  if (key === program.charter.key) return { program: undefined, id: to.slice(slash + 1) };
  return { program: key, id: to };
}

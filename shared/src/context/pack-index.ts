import type { ContextIndex, MatchIndex, ProgramPlaces } from './index-draft.ts';

type Ids = readonly string[];

/** Plain JSON in the shape of the maps themselves: a woken worker loads it without YAML, schemas, globs or the program. */
export type PackedIndex = {
  v: 2;
  program: string;
  places: ProgramPlaces;
  /** `[id, hops]` */
  records: readonly (readonly [string, Ids])[];
  exact: readonly (readonly [string, Ids])[];
  globs: readonly (readonly [string, readonly (readonly [string, Ids])[]])[];
  named: readonly (readonly [string, number])[];
};

/** The compact form of an index, to be kept between two lives of a worker. */
export const packIndex = (index: ContextIndex): PackedIndex => ({
  v: 2,
  program: index.program,
  places: index.places,
  records: [...index.records].map(([id, { hops }]) => [id, hops] as const),
  exact: [...index.exact],
  globs: [...index.globs].map(([bucket, globs]) => [bucket, [...globs]] as const),
  named: [...index.named],
});

/** Undefined when the data is not a packed index of this version: the caller builds a new one. */
export function unpackIndex(packed: unknown): MatchIndex | undefined {
  if (!isPacked(packed)) return undefined;
  const { program, places, records, exact, globs, named } = packed;
  return {
    program,
    places,
    records: new Map(records.map(([id, hops]) => [id, { hops }])),
    exact: new Map(exact),
    globs: new Map(globs.map(([bucket, byGlob]) => [bucket, new Map(byGlob)])),
    named: new Map(named),
  };
}

const LISTS = ['records', 'exact', 'globs', 'named'] as const;

function isPacked(value: unknown): value is PackedIndex {
  if (typeof value !== 'object' || value === null) return false;
  const packed = value as Partial<PackedIndex>;
  return packed.v === 2 && LISTS.every((list) => Array.isArray(packed[list]));
}

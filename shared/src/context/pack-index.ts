import { CLUE_SLOTS, type Clue } from './clues.ts';
import {
  type ContextIndex,
  emptyDraft,
  finishDraft,
  insertRecord,
  type ProgramPlaces,
} from './index-draft.ts';

/** Plain JSON; loads without YAML, schemas or the program. */
export type PackedIndex = {
  v: 1;
  program: string;
  places: ProgramPlaces;
  /** `[id, hops, slot number, value, slot number, value, …]`. */
  records: readonly (readonly [string, readonly string[], ...(string | number)[]])[];
};

export function packIndex(index: ContextIndex): PackedIndex {
  const records = [...index.records].map(
    ([id, { clues, hops }]): PackedIndex['records'][number] => [
      id,
      hops,
      ...clues.flatMap(([slot, value]) => [CLUE_SLOTS.indexOf(slot), value]),
    ],
  );
  return { v: 1, program: index.program, places: index.places, records };
}

/** Undefined when the data is not a packed index of this version: the caller builds a new one. */
export function unpackIndex(packed: unknown): ContextIndex | undefined {
  if (!isPacked(packed)) return undefined;
  const draft = emptyDraft();
  for (const [id, hops, ...flat] of packed.records)
    insertRecord(draft, id, { clues: pairsOf(flat), hops });
  return finishDraft(draft, packed.program, packed.places);
}

const isPacked = (value: unknown): value is PackedIndex =>
  typeof value === 'object' && value !== null && 'v' in value && value.v === 1;

function pairsOf(flat: readonly (string | number)[]): readonly Clue[] {
  const clues: Clue[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const slot = CLUE_SLOTS[Number(flat[at])];
    if (slot !== undefined) clues.push([slot, String(flat[at + 1])]);
  }
  return clues;
}

import { aProgram, type ProgramParts } from '../../schedule/a-program.ts';
import { kindOfId, recordTypes } from '../record-types.ts';
import { unmetGuards } from './guards.ts';

type Plain = { id: string } & Readonly<Record<string, unknown>>;

/** What a test says about the rest of the program. */
export type Rest = ProgramParts & { records?: readonly Plain[] };

/** A move: what a bare record lacks for it, and what it needs beside the full record. */
export type Move = {
  from: string;
  to: string;
  lacks: readonly string[];
  needs: Readonly<Record<string, unknown>>;
};

export const move = (
  from: string,
  to: string,
  lacks: readonly string[] = [],
  needs: Move['needs'] = {},
): Move => ({ from, to, lacks, needs });

/** What keeps a record from moving on Tuesday 10 March 2026, as `code field`: for tests. */
export function hindered(
  record: Plain,
  from: string | undefined,
  to: string,
  { records = [], ...parts }: Rest = {},
): readonly string[] {
  const kind = kindOfId(record.id);
  if (kind === undefined) throw new Error(`no type for ${record.id}`);
  const program = aProgram(records, parts);
  const data = { title: `Title of ${record.id}`, ...record, status: to };
  return unmetGuards(program, kind, data, from, to, '2026-03-10').map(({ code, field }) =>
    field === undefined ? code : `${code} ${field}`,
  );
}

/** A bare record lacks these fields. */
export const lacking = (...fields: readonly string[]): readonly string[] =>
  fields.map((field) => `missing ${field}`);

/** Pairs of states that are no row of `moves`, and that the lifecycle lets pass nevertheless. */
export function movesBeyond(id: string, moves: readonly Move[]): readonly string[] {
  const kind = kindOfId(id);
  const states: readonly string[] = kind === undefined ? [] : recordTypes[kind].lifecycle.states;
  const known = new Set(moves.map(({ from, to }) => `${from} ${to}`));
  return states
    .flatMap((from) => states.filter((to) => to !== from).map((to) => `${from} ${to}`))
    .filter((pair) => !known.has(pair))
    .filter((pair) => {
      const [from, to = ''] = pair.split(' ');
      return !hindered({ id }, from, to).includes('not-allowed status');
    });
}

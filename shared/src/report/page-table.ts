import type { Block, Spans } from './page.ts';
import type { PageWords } from './page-words.ts';

/** A column by the name of its head in the catalogue; `right` for figures. */
export type Column = { name: string; right?: true };

const isEmpty = (cell: Spans | undefined): boolean =>
  cell === undefined || cell.every((span) => span === '');

/** A table without the columns that nobody filled; empty cells get a dash. */
export function pageTable(
  { say }: PageWords,
  columns: readonly Column[],
  rows: readonly (readonly Spans[])[],
): Block {
  const used = columns.flatMap((_, at) => (rows.some((row) => !isEmpty(row[at])) ? [at] : []));
  return {
    kind: 'table',
    head: used.map((at) => say(`head.${columns[at]?.name}`)),
    rows: rows.map((row) => used.map((at) => (isEmpty(row[at]) ? ['–'] : (row[at] as Spans)))),
    right: used.flatMap((at, index) => (columns[at]?.right ? [index] : [])),
  };
}

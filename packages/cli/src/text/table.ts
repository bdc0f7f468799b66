import { escapeMarkdown } from '@milepost/shared/report/markdown-text';
import { paint, plainText, type Tone } from './style.ts';

export type Cell = string | { text: string; tone: Tone };
export type Table = {
  head?: readonly string[];
  rows: readonly (readonly Cell[])[];
  right?: readonly number[];
};

const textOf = (cell: Cell): string => plainText(typeof cell === 'string' ? cell : cell.text);

const toneOf = (cell: Cell): Tone => (typeof cell === 'string' ? 'plain' : cell.tone);

const cut = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;

function columnWidths(lines: readonly (readonly Cell[])[], total: number): number[] {
  const count = Math.max(0, ...lines.map((line) => line.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...lines.map((line) => textOf(line[column] ?? '').length)),
  );
  // The widest column gives way: ids, dates and counts are short and must stay whole.
  const over = widths.reduce((sum, width) => sum + width + 2, -2) - total;
  const widest = widths.indexOf(Math.max(...widths));
  if (over > 0 && widest >= 0) widths[widest] = Math.max(12, (widths[widest] ?? 0) - over);
  return widths;
}

/** Aligned columns, two spaces apart, never wider than the terminal; `right` lists right-aligned columns. */
export function renderTable(table: Table, terminal: { colour: boolean; width: number }): string {
  const lines: (readonly Cell[])[] = table.head
    ? [table.head.map((text): Cell => ({ text, tone: 'muted' })), ...table.rows]
    : [...table.rows];
  const widths = columnWidths(lines, terminal.width);
  const right = new Set(table.right ?? []);
  return lines
    .map((line) =>
      line
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          const text = cut(textOf(cell), width);
          const padded = right.has(column) ? text.padStart(width) : text.padEnd(width);
          return paint(padded, toneOf(cell), terminal.colour);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same table for a pull request comment or a wiki; repository text cannot add markup. */
export function markdownTable(table: Table): string {
  const width = Math.max(table.head?.length ?? 0, ...table.rows.map((row) => row.length));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = Array.from({ length: width }, (_, column) => table.head?.[column] ?? '');
  const right = new Set(table.right ?? []);
  return [
    line(head),
    line(head.map((_, column) => (right.has(column) ? '---:' : '---'))),
    ...table.rows.map((row) =>
      line(Array.from({ length: width }, (_, column) => escapeMarkdown(textOf(row[column] ?? '')))),
    ),
  ].join('\n');
}

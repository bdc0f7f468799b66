import type { Block, Page, PageTone, Span, Spans } from '@milepost/shared/report/page';
import { paint, plainText, type Tone } from '../text/style.ts';
import { renderTable } from '../text/table.ts';
import { wrap } from './wrap.ts';

type Terminal = { colour: boolean; width: number };

/** Nobody reads lines of 200 characters, however wide the window is. */
const TEXT_WIDTH = 100;

const textOf = (span: Span): string => {
  if (typeof span === 'string') return span;
  return 'break' in span ? '\n' : span.text;
};

/** One string; line breaks of records are spaces, breaks of ours stay. */
const plain = (spans: Spans): string =>
  spans
    .map((span) =>
      typeof span === 'object' && 'break' in span
        ? '\n'
        : plainText(textOf(span)).replaceAll(/\s+/g, ' '),
    )
    .join('')
    .trim();

/** The loudest of the cell: a terminal paints cells, not words. */
function toneOf(spans: Spans): Tone {
  const styled = spans.filter((span) => typeof span === 'object' && 'text' in span);
  const tone = styled
    .map(({ tone: each }) => each)
    .find((each): each is PageTone => each !== undefined);
  return tone ?? 'plain';
}

const widthOf = (lines: readonly string[]): number =>
  Math.max(0, ...lines.map(({ length }) => length));

type Cell = { lines: string[]; tone: Tone };

const wrapCell = ({ lines, tone }: Cell, width: number): Cell => ({
  lines: lines.flatMap((line) => wrap(line, width)),
  tone,
});

/** Wraps the widest columns until the table fits; ids and dates stay whole. */
function fit(head: readonly string[], rows: Cell[][], width: number): Cell[][] {
  const total = (table: Cell[][]): number =>
    head.reduce(
      (sum, title, column) =>
        sum + Math.max(title.length, ...table.map((row) => widthOf(row[column]?.lines ?? []))) + 2,
      -2,
    );
  let fitted = rows;
  for (let limit = 60; limit >= 14 && total(fitted) > width; limit -= 2)
    fitted = rows.map((row) => row.map((cell) => wrapCell(cell, limit)));
  return fitted;
}

/** A row of cells with several lines is several rows. */
const spread = (row: readonly Cell[]): { text: string; tone: Tone }[][] =>
  Array.from({ length: Math.max(1, ...row.map(({ lines }) => lines.length)) }, (_, at) =>
    row.map(({ lines, tone }) => ({ text: lines[at] ?? '', tone })),
  );

function writeTable(
  { head, rows, right }: Extract<Block, { kind: 'table' }>,
  terminal: Terminal,
): string {
  const cells = rows.map((row) =>
    row.map((spans) => ({ lines: plain(spans).split('\n'), tone: toneOf(spans) })),
  );
  const spreadRows = fit(head, cells, terminal.width).flatMap(spread);
  return renderTable({ head, rows: spreadRows, ...(right && { right }) }, terminal);
}

const paragraph = (spans: Spans, { width }: Terminal, indent = ''): string =>
  wrap(plain(spans).replaceAll('\n', ' '), Math.min(width, TEXT_WIDTH) - indent.length).join(
    `\n${indent}`,
  );

function writeBlock(block: Block, terminal: Terminal): string {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return paint(plain(block.spans), 'strong', terminal.colour);
    case 'line':
      return paint(paragraph(block.spans, terminal), toneOf(block.spans), terminal.colour);
    case 'note':
      return paint(paragraph(block.spans, terminal), 'muted', terminal.colour);
    case 'list':
      return block.items.map((item) => `- ${paragraph(item, terminal, '  ')}`).join('\n');
    case 'table':
      return writeTable(block, terminal);
  }
}

/** A report for a terminal: headings stand on their part, parts are one line apart. */
export const writeText = (page: Page, terminal: Terminal): string =>
  page
    .map((block, at) => {
      const text = writeBlock(block, terminal);
      return page[at - 1]?.kind === 'heading' || at === 0 ? text : `\n${text}`;
    })
    .join('\n');

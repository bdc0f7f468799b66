import { escapeMarkdown, guardStart, safeLink } from './markdown-text.ts';
import type { Block, Page, Span, Spans } from './page.ts';

function writeSpan(span: Span): string {
  if (typeof span === 'string') return escapeMarkdown(span);
  if ('break' in span) return '<br>';
  const text = escapeMarkdown(span.text).trim();
  if (text === '') return '';
  const link = safeLink(span.link);
  const linked = link === undefined ? text : `[${text}](${link})`;
  return span.strong ? `**${linked}**` : linked;
}

const writeSpans = (spans: Spans): string => spans.map(writeSpan).join('').trim();

function writeTable({ head, rows, right = [] }: Extract<Block, { kind: 'table' }>): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head.map(escapeMarkdown)),
    line(head.map((_, column) => (right.includes(column) ? '---:' : '---'))),
    ...rows.map((row) => line(head.map((_, column) => writeSpans(row[column] ?? [])))),
  ].join('\n');
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${writeSpans(block.spans)}`;
    case 'heading':
      return `## ${writeSpans(block.spans)}`;
    case 'line':
      return guardStart(writeSpans(block.spans));
    case 'note':
      return `<sub>${writeSpans(block.spans)}</sub>`;
    case 'list':
      return block.items.map((item) => `- ${guardStart(writeSpans(item))}`).join('\n');
    case 'table':
      return writeTable(block);
  }
}

/** A report as GitHub-flavoured Markdown, without a final line break. Every text is escaped. */
export const writeMarkdown = (page: Page): string =>
  page
    .map(writeBlock)
    .filter((text) => text !== '')
    .join('\n\n');

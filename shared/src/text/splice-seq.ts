import { isMap, type YAMLSeq } from 'yaml';
import {
  columnOf,
  contentEnd,
  lineBreakOf,
  lineEnd,
  type Patch,
  removeLines,
  shiftLines,
  startOf,
} from './splice-place.ts';
import { cleanData, renderFlow, renderItem } from './splice-render.ts';

const spansLines = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('\n')
    : typeof value === 'object' && value !== null && Object.values(value).some(spansLines);

/** The new item's lines, written like the item before it. */
function linesLike(previous: unknown, value: unknown): string[] {
  const flow = isMap(previous) && previous.flow === true && !spansLines(value);
  return flow ? [`- ${renderFlow(cleanData(value))}`] : renderItem(value);
}

/** Adds an item behind the last one, in the style of the list. */
export function appendItem(text: string, list: YAMLSeq, value: unknown): Patch {
  const last = list.items.at(-1);
  if (list.flow === true) {
    const rendered = renderFlow(cleanData(value));
    const at = last === undefined ? startOf(list) + 1 : contentEnd(text, last);
    return { from: at, to: at, text: last === undefined ? rendered : `, ${rendered}` };
  }
  const indent = columnOf(text, startOf(list));
  const lineBreak = lineBreakOf(text);
  const at = lineEnd(text, contentEnd(text, list));
  const lines = ['', ...linesLike(last, value)];
  return { from: at, to: at, text: shiftLines(lines, indent, lineBreak) };
}

/** Replaces one item in place. */
export function replaceItem(text: string, list: YAMLSeq, at: number, value: unknown): Patch {
  const item = list.items[at];
  const from = startOf(item);
  const to = contentEnd(text, item);
  if (list.flow === true) return { from, to, text: renderFlow(cleanData(value)) };
  const [first = '- ', ...rest] = linesLike(item, value);
  const gap = text[from - 1] === '-' ? ' ' : '';
  const indent = columnOf(text, startOf(list));
  return {
    from,
    to,
    text: gap + shiftLines([first.slice(2), ...rest], indent, lineBreakOf(text)),
  };
}

type SourceItem = { start: readonly { type: string; offset: number }[] };

/** Where the `-` of an item stands. */
function dashOf(list: YAMLSeq, at: number): number | undefined {
  const source = list.srcToken as { items?: readonly SourceItem[] } | undefined;
  return source?.items?.[at]?.start.find((token) => token.type === 'seq-item-ind')?.offset;
}

/** Takes one of several items out. */
export function removeItem(text: string, list: YAMLSeq, at: number): Patch {
  const item = list.items[at];
  const end = contentEnd(text, item);
  const next = list.items[at + 1];
  if (list.flow === true) {
    if (next !== undefined) return { from: startOf(item), to: startOf(next), text: '' };
    return { from: contentEnd(text, list.items[at - 1]), to: end, text: '' };
  }
  return removeLines(text, dashOf(list, at) ?? startOf(item), end, dashOf(list, at + 1));
}

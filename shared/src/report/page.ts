/** How loud a word is. Colour only ever repeats what the word says. */
export type PageTone = 'critical' | 'high' | 'medium' | 'low' | 'muted';

/**
 * A piece of text. It may come from records: every writer escapes it. Only `https:` links become links. A `break` starts
 * a new line inside a cell.
 */
export type Span =
  | string
  | { text: string; strong?: true; tone?: PageTone | undefined; link?: string | undefined }
  | { break: true };

export type Spans = readonly Span[];

/** One part of a report, for whoever writes it as Markdown, text or a page. */
export type Block =
  | { kind: 'title' | 'heading' | 'line' | 'note'; spans: Spans }
  | { kind: 'list'; items: readonly Spans[] }
  | {
      kind: 'table';
      head: readonly string[];
      rows: readonly (readonly Spans[])[];
      /** Columns of figures, counted from 0. */
      right?: readonly number[];
    };

/** A report as it is read, top to bottom. */
export type Page = readonly Block[];

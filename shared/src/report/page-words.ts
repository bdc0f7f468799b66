import type { Rag } from '../health/health.ts';
import type { Fact } from '../words/fill.ts';
import { formatDay } from '../words/format-day.ts';
import { sayCode } from '../words/say.ts';
import type { Block, PageTone, Span, Spans } from './page.ts';

/** Facts of a sentence; what is null or undefined is left out of it. */
export type PageFacts = Readonly<Record<string, Fact | null | undefined>>;

export type PageWords = {
  /** A sentence of the catalogue by its code behind `report.`, or with another prefix as it stands. */
  say: (code: string, facts?: PageFacts, ...variants: string[]) => string;
  /** `12 Jun`; a dash where there is none. */
  day: (day: string | null) => string;
};

const known = (facts: PageFacts): Record<string, Fact> =>
  Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, Fact] => entry[1] != null),
  );

const PREFIXED = /^(kpi|rag|verdict|evidence|escalate|missing|signoff|health)\./;

/** Words for a page about `asOf`: dates of that year go without it. */
export function pageWords(asOf: string): PageWords {
  const year = Number(asOf.slice(0, 4));
  return {
    say: (code, facts = {}, ...variants) =>
      sayCode(PREFIXED.test(code) ? code : `report.${code}`, known(facts), 'plain', {
        year,
        variants,
      }),
    day: (day) => (day === null ? '–' : formatDay(day, year)),
  };
}

const RAG_TONES: Readonly<Record<Rag, PageTone>> = {
  red: 'critical',
  amber: 'high',
  green: 'low',
  complete: 'low',
  grey: 'muted',
  not_started: 'muted',
};

const isRag = (text: string): text is Rag => text in RAG_TONES;

/** A traffic light in words; red is strong. */
export const ragSpan = ({ say }: PageWords, rag: string): Span => ({
  text: say(`rag.${rag}`),
  tone: isRag(rag) ? RAG_TONES[rag] : 'muted',
  ...(rag === 'red' && { strong: true }),
});

export const strong = (text: string, tone?: PageTone): Span => ({ text, strong: true, tone });

/** `**R-12** Title`. */
export const namedSpans = ({ id, title }: { id: string; title: string }): Spans => [
  strong(id),
  ` ${title}`,
];

export const heading = (text: string): Block => ({ kind: 'heading', spans: [text] });
export const line = (...spans: Spans): Block => ({ kind: 'line', spans });

/** A whole statement with its full stop, unless it ends a sentence already. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Spans with something between them. */
export const joined = (parts: readonly Spans[], between: Span): Spans =>
  parts.flatMap((part, index) => (index === 0 ? part : [between, ...part]));

/** The capped list's last line: `and 3 more`. */
export const moreLine = ({ say }: PageWords, more: number): Block[] =>
  more === 0 ? [] : [line({ text: say('more', { more }), tone: 'muted' })];

/** One decimal at most, a true minus; `–` where there is none. */
export const figureText = (value: number | null): string =>
  value === null ? '–' : String(Math.round(value * 10) / 10).replace('-', '−');

/** `+5`, `0`, `−1`. */
export const signedText = (value: number | null): string =>
  value !== null && value > 0 ? `+${figureText(value)}` : figureText(value);

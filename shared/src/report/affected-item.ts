import type { AffectedLine } from './affected-lines.ts';
import type { Spans } from './page.ts';
import { type PageWords, ragSpan, strong } from './page-words.ts';

/** A record something is about, with its dates and how late it is. */
export function affectedItem(words: PageWords, affected: AffectedLine): Spans {
  const { id, title, kind, date, forecast, late, external, rag } = affected;
  const dates = words.say('affected.date', { date, forecast }, kind);
  const isLate = late !== null && late > 0;
  const lateText = words.say('affected.late', { days: late }, ...(external ? ['external'] : []));
  return [
    strong(id),
    ` ${title}`,
    ...(dates === '' ? [] : [`: ${dates}`]),
    ...(isLate ? [', ', strong(lateText, external ? 'critical' : 'high')] : []),
    ...(rag === null ? [] : [' (', ragSpan(words, rag), ')']),
  ];
}

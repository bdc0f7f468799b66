import type { GoNoGo } from '../go-no-go.ts';
import type { Block, Span, Spans } from '../page.ts';
import { type PageWords, strong } from '../page-words.ts';
import { listOf } from '../section.ts';

/** A fact of the way back, or loudly that it is missing. */
const orMissing = (
  { say }: PageWords,
  code: string,
  facts: Parameters<PageWords['say']>[1] | null,
): Spans => {
  const missing: Span = strong(say(`gate.rollback.${code}`, {}, 'none'), 'high');
  return facts === null ? [missing] : [say(`gate.rollback.${code}`, facts)];
};

/** Triggers, who decides, until when there is a way back, and whether it was tried (domain 5.3). */
export function gateRollback(words: PageWords, { release }: GoNoGo): Block[] {
  const rollback = release?.rollback ?? null;
  if (rollback === null) return [];
  const { triggers, authority, pointOfNoReturn, maxMinutes, rehearsedOn } = rollback;
  return listOf([
    ...(triggers.length === 0
      ? []
      : [[words.say('gate.rollback.triggers', { triggers: triggers.join('; ') })]]),
    orMissing(words, 'authority', authority === null ? null : { authority }),
    orMissing(words, 'point', pointOfNoReturn),
    ...(maxMinutes === null ? [] : [[words.say('gate.rollback.minutes', { minutes: maxMinutes })]]),
    orMissing(words, 'rehearsed', rehearsedOn === null ? null : { on: rehearsedOn }),
  ]);
}

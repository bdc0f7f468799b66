import type { Signal } from '../signal/signal.ts';
import { moreSignalSentences } from './english-more-signals.ts';
import { signalSentences } from './english-signals.ts';
import { type SayOptions, sayCode } from './say.ts';
import type { Catalogue, SayStyle } from './sentence.ts';

/** English sentences of every rule and code, without full stop. */
export const englishSignals: Catalogue = { ...signalSentences, ...moreSignalSentences };

/** One finding as a sentence, with the next step where there is one; `short` for tables. */
export function saySignal(
  { rule, code, subjects, facts }: Pick<Signal, 'rule' | 'code' | 'subjects' | 'facts'>,
  style: SayStyle = 'plain',
  options: SayOptions = {},
): string {
  const [id = 'program', other = ''] = subjects;
  const named = { id: id === 'program' ? 'The program' : id, other, ...facts };
  const catalogue = { ...englishSignals, ...options.catalogue };
  return sayCode(`${rule}.${code}`, named, style, { ...options, catalogue });
}

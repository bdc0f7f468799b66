import type { Signal } from '../signal/signal.ts';
import { type SayOptions, sayCode } from './say.ts';
import type { SayStyle } from './sentence.ts';

/** One finding as a sentence about its first subject, which the reader shows beside it. No full stop. */
export function saySignal(
  { rule, code, subjects, facts }: Pick<Signal, 'rule' | 'code' | 'subjects' | 'facts'>,
  style: SayStyle = 'plain',
  options: SayOptions = {},
): string {
  const [id = 'program', other = ''] = subjects;
  return sayCode(`${rule}.${code}`, { id, other, ...facts }, style, options);
}

import type { MatchReason } from '../context/context.ts';
import { type SayOptions, sayCode } from './say.ts';

/** Why a record is shown here: `The file matches src/gateway/** in R-12`. `id` is the record that matched. */
export const sayReason = (reason: MatchReason, id?: string, options: SayOptions = {}): string =>
  sayCode(
    `reason.${reason.rule}`,
    { value: reason.value, ...(id !== undefined && { id }) },
    'plain',
    options,
  );

/** For a record that did not match by itself: `Reached through D-21`. */
export const sayThrough = (through: string, options: SayOptions = {}): string =>
  sayCode('reason.through', { through }, 'plain', options);

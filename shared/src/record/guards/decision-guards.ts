import type { Guard } from './guard.ts';
import { unmet } from './guard.ts';

/** Outcomes that need no option of their own (domain 1.12). */
const ALWAYS: readonly string[] = ['other', 'do_nothing'];

/** Domain 1.12. Whether the approval is valid is `policy/`'s. */
export const decisionGuards: readonly Guard<'decision'>[] = [
  {
    to: ['requested', 'deferred'],
    check: ({ data }) =>
      data.options.length === 1 ? unmet('too-few-options', 'options', { least: 2 }) : undefined,
  },
  {
    to: ['requested', 'deferred'],
    check: ({ data }) => {
      const option = data.recommendation?.option;
      if (option === undefined || data.options.some(({ id }) => id === option)) return undefined;
      return unmet('unknown-option', 'recommendation.option', { option });
    },
  },
  {
    to: ['decided'],
    check: ({ data }) => {
      const option = data.outcome?.option;
      if (option === undefined || ALWAYS.includes(option)) return undefined;
      if (data.options.length === 0 || data.options.some(({ id }) => id === option))
        return undefined;
      return unmet('unknown-option', 'outcome.option', { option });
    },
  },
  {
    to: ['decided'],
    check: ({ data }) =>
      data.decided_on !== undefined &&
      data.requested_on !== undefined &&
      data.decided_on < data.requested_on
        ? unmet('before', 'decided_on', { earlier: 'requested_on', day: data.requested_on })
        : undefined,
  },
];

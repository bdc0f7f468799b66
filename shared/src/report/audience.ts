import type { Program } from '../program/program.ts';
import { CLASSIFICATIONS } from '../record/header.ts';

/** Who a report is for. Records classified above it are left out and counted (rulings A7). */
export type Audience = (typeof CLASSIFICATIONS)[number];

export const AUDIENCES: readonly Audience[] = CLASSIFICATIONS;

/** What a reader may see, and a count of what was kept from them. */
export type Sight = {
  audience: Audience;
  /** False for a record above the audience; asking counts it. Unknown ids are nothing to hide. */
  shows: (id: string) => boolean;
  /** Ids asked for and not shown so far. */
  leftOut: () => number;
};

const rankOf = (audience: Audience): number => CLASSIFICATIONS.indexOf(audience);

/**
 * The eyes of an audience on a program and, where records are compared, on an earlier one: the higher classification of
 * the two counts. With `includeHigher` everything is shown; whoever sets it answers for it.
 */
export function sightOf(
  audience: Audience,
  programs: readonly Pick<Program, 'records'>[],
  includeHigher = false,
): Sight {
  const hidden = new Set<string>();
  const isAbove = (id: string): boolean =>
    programs.some(({ records }) => {
      const own = records.get(id)?.data.classification;
      return own !== undefined && rankOf(own) > rankOf(audience);
    });
  return {
    audience,
    shows: (id) => {
      if (includeHigher || !isAbove(id)) return true;
      hidden.add(id);
      return false;
    },
    leftOut: () => hidden.size,
  };
}

import type { Badge } from '@milepost/shared/context/badge';
import { badgesFor, recordBadges } from '@milepost/shared/context/badges-for';
import type { PageContext } from '@milepost/shared/context/context';
import { findMatches, matchIds } from '@milepost/shared/context/find-matches';
import { matchesProgram } from '@milepost/shared/context/matches-program';
import type { Program } from '@milepost/shared/program/program';
import type { Store } from '@milepost/store/store';
import type { LiveProgram } from './connected-programs.ts';
import { todayIn } from './today.ts';

/** What one program says of one page. */
export type PageReading = {
  live: LiveProgram;
  store: Store;
  program: Program;
  asOf: string;
  badges: readonly Badge[];
  /** Every record of the page as a badge of its own. */
  records(): readonly Badge[];
};

/** Whether the compact index alone says that this program has to do with the page's repository or project (rulings D10). */
export const isNamed = (live: LiveProgram, page: PageContext): boolean =>
  live.index !== undefined && matchesProgram(live.index, page);

/** Reads a page against one program; undefined where nothing matches, and then no record was loaded. */
export async function readPage(
  live: LiveProgram,
  page: PageContext,
): Promise<PageReading | undefined> {
  if (!live.index || matchIds(live.index, page).length === 0) return undefined;
  const store = await live.store();
  const [program, pending] = await Promise.all([store.program(), store.pending()]);
  const asOf = live.config.asOf ?? todayIn(program.charter.timezone);
  const open = pending.filter(({ state }) => state !== 'published');
  const extras = { unpublished: new Set(open.flatMap(({ edit }) => edit.items)) };
  const matches = findMatches(live.index, program, page);
  return {
    live,
    store,
    program,
    asOf,
    badges: badgesFor(matches, program, asOf, page, extras),
    records: () => recordBadges(matches, program, asOf, page, extras),
  };
}

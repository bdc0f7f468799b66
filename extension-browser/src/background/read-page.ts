import type { Badge } from '@milepost/shared/context/badge';
import { badgesFor, recordBadges } from '@milepost/shared/context/badges-for';
import type { PageContext } from '@milepost/shared/context/context';
import { findMatches, matchIds } from '@milepost/shared/context/find-matches';
import { matchesProgram } from '@milepost/shared/context/matches-program';
import { filesNear } from '@milepost/shared/context/neighbourhood';
import type { Program } from '@milepost/shared/program/program';
import type { PendingEdit, Store } from '@milepost/store/store';
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

/** Files of a first answer; more than this many take as long as the whole program. */
const MOST_FILES = 400;

/** After a cold start the page's own corner of the program is enough; the whole is read when somebody syncs or edits. */
async function partFor(live: LiveProgram, page: PageContext): Promise<Program | undefined> {
  const near = live.isWarm() ? undefined : live.near();
  if (!live.index || !near) return undefined;
  const ids = matchIds(live.index, page).map(({ id }) => id);
  const paths = filesNear(near, ids, MOST_FILES);
  return paths && (await live.bare()).part(paths);
}

type Known = { store: Store; program: Program; pending: readonly PendingEdit[] };

async function programFor(live: LiveProgram, page: PageContext): Promise<Known> {
  const part = await partFor(live, page);
  if (part) {
    return { store: await live.bare(), program: part, pending: [] };
  }
  const store = await live.store();
  const [program, pending] = await Promise.all([store.program(), store.pending()]);
  return { store, program, pending };
}

/** Reads a page against one program; undefined where nothing matches, and then no record was loaded. */
export async function readPage(
  live: LiveProgram,
  page: PageContext,
): Promise<PageReading | undefined> {
  if (!live.index || matchIds(live.index, page).length === 0) return undefined;
  const { store, program, pending } = await programFor(live, page);
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

import type { Action } from '../record/action.ts';
import { byKeys, type Named, personName } from './name-of.ts';
import type { ReportView } from './report-options.ts';

/** Something somebody has to do, as a report names it. */
export type ActionLine = Named & { owner: string | null; due: string | null; status: string };

const OPEN: ReadonlySet<Action['status']> = new Set(['open', 'in_progress', 'blocked']);

export const isOpenAction = ({ status }: Action): boolean => OPEN.has(status);

export const actionLine = (
  { program }: ReportView,
  { id, title, owner, due, status }: Action,
): ActionLine => ({ id, title, owner: personName(program, owner), due: due ?? null, status });

/** Actions a record lists or that name it as their source, soonest due first; those the audience may see. */
export function actionsFor(
  view: ReportView,
  sources: ReadonlySet<string>,
  listed: readonly string[] = [],
): Action[] {
  return view.program.byKind.action
    .map(({ data }) => data)
    .filter(
      ({ id, source }) => listed.includes(id) || (source !== undefined && sources.has(source)),
    )
    .filter(({ id, status }) => status !== 'void' && view.sight.shows(id))
    .toSorted(byKeys(({ due }) => [due]));
}

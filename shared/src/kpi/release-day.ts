import type { Release } from '../record/release.ts';
import type { KpiView } from './kpi-view.ts';

const OVER = new Set<Release['status']>(['completed', 'rolled_back', 'aborted', 'closed']);

/** Whether the release is over: only then has it a day and an outcome. */
export const isReleased = ({ status }: Release): boolean => OVER.has(status);

/** The day of a release: as recorded, else the end of its change window (readings K10.release_date). */
export function releaseDay(view: KpiView, release: Release): string | undefined {
  if (!isReleased(release)) return undefined;
  const end = release.change_window?.end;
  return release.released_on ?? (end === undefined ? undefined : view.day(end));
}

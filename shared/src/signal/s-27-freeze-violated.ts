import type { Charter } from '../record/charter.ts';
import { epochMinutes } from '../schedule/day-of.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';
import { touchedPath } from './touches-paths.ts';

type Freeze = Charter['freeze_windows'][number];

const during = (moment: string, window: { start: string; end: string }): boolean => {
  const at = moment.length === 10 ? `${moment}T00:00:00Z` : moment;
  return (
    epochMinutes(at) >= epochMinutes(window.start) && epochMinutes(at) <= epochMinutes(window.end)
  );
};

/** What approved exceptions (DR-19) name: a freeze, a deployment or a pull request. */
function exceptionsOf({ program }: SignalView): ReadonlySet<string> {
  const approvals = [...program.records.values()].flatMap(({ data }) => data.approvals);
  const granted = approvals.filter(
    ({ action, decision }) => action === 'DR-19' && decision === 'approved',
  );
  return new Set(granted.flatMap(({ ref }) => (ref === undefined ? [] : [ref])));
}

function deploymentsIn(view: SignalView, freeze: Freeze): { id: string; at: string }[] {
  const { environments } = freeze;
  return view.program.deployments.deployments
    .filter(({ env }) => environments.length === 0 || environments.includes(env))
    .filter(({ at }) => during(at, freeze) && view.day(at) <= view.asOf)
    .map(({ id, at }) => ({ id: String(id), at }));
}

function mergesIn(view: SignalView, freeze: Freeze): { id: string; at: string }[] {
  return (view.activity.pullRequests ?? []).flatMap(({ mergedAt, repo, paths, url }) => {
    if (mergedAt === undefined || !during(mergedAt, freeze)) return [];
    return touchedPath(freeze.paths, repo, paths) === undefined ? [] : [{ id: url, at: mergedAt }];
  });
}

/** Deployments of a release made outside its change window. */
function outsideWindow(view: SignalView, exceptions: ReadonlySet<string>): Found[] {
  return view.program.deployments.deployments.flatMap((row): Found[] => {
    const release = view.program.records.get(String(row.release ?? ''));
    if (release?.kind !== 'release' || release.data.change_window === undefined) return [];
    const id = String(row.id);
    if (during(row.at, release.data.change_window) || exceptions.has(id)) return [];
    const facts = { deployment: id, at: row.at, environment: row.env };
    const since = view.day(row.at);
    return [
      { code: 'outside-window', severity: 'critical', subjects: [release.id, id], facts, since },
    ];
  });
}

/** S-27: something was merged or deployed while it was frozen, or outside its window, without an exception. */
export const freezeViolated: SignalDefinition = {
  rule: 'S-27',
  detect: (view) => {
    const exceptions = exceptionsOf(view);
    const frozen = view.program.charter.freeze_windows
      .filter(({ id }) => !exceptions.has(id))
      .flatMap((freeze) =>
        [...deploymentsIn(view, freeze), ...mergesIn(view, freeze)]
          .filter(({ id }) => !exceptions.has(id))
          .map(({ id, at }): Found => {
            const facts = { freeze: freeze.id, what: id, at };
            const subjects = ['program', freeze.id, id];
            return {
              code: 'in-freeze',
              severity: 'critical',
              subjects,
              facts,
              since: view.day(at),
            };
          }),
      );
    return [...frozen, ...outsideWindow(view, exceptions)];
  },
};

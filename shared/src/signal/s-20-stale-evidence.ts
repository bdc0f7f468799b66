import { assessGate } from '../readiness/assess-gate.ts';
import type { AssessedCriterion, AssessedSignOff } from '../readiness/assessment.ts';
import type { Criterion } from '../record/criterion.ts';
import { latest } from './later.ts';
import { workedGates } from './open-gates.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';
import { touchedPath } from './touches-paths.ts';

function criterionOf({ program }: SignalView, id: string): Criterion | undefined {
  const record = program.records.get(id);
  return record?.kind === 'criterion' ? record.data : undefined;
}

/** The last merge that changed what the criterion is about, when that was after its newest evidence. */
function outrun(view: SignalView, criterion: Criterion): { url: string; on: string } | undefined {
  const newest = latest(criterion.evidence.map(({ at }) => view.day(at)));
  if (newest === undefined) return undefined;
  const after = (view.activity.pullRequests ?? []).flatMap(({ mergedAt, repo, paths, url }) => {
    const on = mergedAt === undefined ? undefined : view.day(mergedAt);
    if (on === undefined || on <= newest || on > view.asOf) return [];
    return touchedPath(criterion.paths, repo, paths) === undefined ? [] : [{ url, on }];
  });
  return after.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
}

function judgeCriterion(
  view: SignalView,
  gate: string,
  { id, status, evidenceStale }: AssessedCriterion,
): Found[] {
  const criterion = criterionOf(view, id);
  if (status !== 'met' || criterion === undefined) return [];
  const subjects = [id, gate];
  if (evidenceStale) return [{ code: 'evidence-old', severity: 'high', subjects }];
  const merge = outrun(view, criterion);
  if (merge === undefined) return [];
  const facts = { url: merge.url, on: merge.on };
  return [{ code: 'code-changed', severity: 'high', subjects, facts, since: merge.on }];
}

function judgeSignOff(gate: string, { role, why }: AssessedSignOff): Found[] {
  const reason = why.find(({ code }) => code === 'covers-mismatch' || code === 'expired');
  if (reason === undefined) return [];
  const code = reason.code === 'expired' ? 'sign-off-expired' : 'sign-off-stale';
  return [{ code, severity: 'high', subjects: [gate, role], facts: { role } }];
}

/** S-20: evidence older than it may be or than the code it speaks of; a sign-off of other criteria, or run out. */
export const staleEvidence: SignalDefinition = {
  rule: 'S-20',
  detect: (view) =>
    workedGates(view).flatMap(({ id }) => {
      const assessed = assessGate(view.program, id, view.asOf);
      return [
        ...(assessed?.criteria ?? []).flatMap((each) => judgeCriterion(view, id, each)),
        ...(assessed?.signoffs ?? []).flatMap((each) => judgeSignOff(id, each)),
      ];
    }),
};

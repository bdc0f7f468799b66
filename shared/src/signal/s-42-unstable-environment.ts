import { criteriaOf } from '../record/criteria-of.ts';
import type { Issue } from '../record/issue.ts';
import type { Milestone } from '../record/milestone.ts';
import { addDays } from '../schedule/working-days.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

const OVER = new Set<Issue['status']>(['resolved', 'closed', 'rejected', 'duplicate', 'void']);

const isEnvironment = ({ root_cause_category: cause, tags }: Issue): boolean =>
  cause === 'environment' || tags.includes('environment');

/** Tagged as a test, or with a gate that asks for testing. */
function isTest(view: SignalView, { id, tags }: Milestone): boolean {
  if (tags.includes('test') || tags.includes('testing')) return true;
  const gate = view.relations.gateOf(id);
  return (
    gate !== undefined &&
    criteriaOf(view.program, gate.id).some(({ data }) => data.category === 'testing')
  );
}

function judge(view: SignalView, milestone: Milestone): Found[] {
  const issues = view.relations
    .affecting(milestone.id)
    .flatMap((record) => (record.kind === 'issue' ? [record.data] : []))
    .filter((issue) => issue.status !== 'void' && isEnvironment(issue));
  const open = issues.filter(({ status }) => !OVER.has(status));
  const from = addDays(view.asOf, -14);
  const fresh = issues.filter(
    ({ raised }) => raised !== undefined && raised >= from && raised <= view.asOf,
  );
  const least = view.limit('count', 3);
  if (open.length < least && fresh.length < least) return [];
  const facts = { open: open.length, recent: fresh.length };
  return [{ code: 'unstable', severity: 'warn', subjects: [milestone.id], facts }];
}

/** S-42: the test environment keeps failing. */
export const unstableEnvironment: SignalDefinition = {
  rule: 'S-42',
  detect: (view) =>
    view
      .all('milestone')
      .filter((milestone) => isTest(view, milestone))
      .flatMap((milestone) => judge(view, milestone)),
};

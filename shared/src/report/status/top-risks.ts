import { LEVELS } from '../../record/charter.ts';
import type { Issue } from '../../record/issue.ts';
import { byKeys, type Capped, capped, type Named, personName } from '../name-of.ts';
import type { ReportView } from '../report-options.ts';
import { liveRisks, type RiskLine } from '../risk-lines.ts';

export type IssueLine = Named & {
  severity: 'critical' | 'high';
  status: string;
  impact: string | null;
  plan: string | null;
  owner: string | null;
  target: string | null;
  overdue: boolean;
};

const MOST_RISKS = 5;
const MOST_ISSUES = 3;

/** At most five, medium and worse (domain 5.1): a page full of small risks hides the big ones. */
export const topRisks = (view: ReportView): Capped<RiskLine> =>
  capped(
    liveRisks(view, () => true).filter(
      ({ level }) => LEVELS.indexOf(level) >= LEVELS.indexOf('medium'),
    ),
    MOST_RISKS,
  );

const OPEN: readonly Issue['status'][] = ['new', 'triaged', 'in_progress'];

/** Open issues of severity critical or high. */
export function topIssues(view: ReportView): Capped<IssueLine> {
  const { program, asOf } = view;
  const lines = program.byKind.issue.flatMap(({ data }): IssueLine[] => {
    const { severity, status, target_resolution_date: target } = data;
    if (severity !== 'critical' && severity !== 'high') return [];
    if (!OPEN.includes(status) || !view.sight.shows(data.id)) return [];
    return [
      {
        id: data.id,
        title: data.title,
        severity,
        status,
        impact: data.impact ?? null,
        plan: data.corrective_action_plan ?? data.workaround ?? null,
        owner: personName(program, data.owner),
        target: target ?? null,
        overdue: target !== undefined && target < asOf,
      },
    ];
  });
  const worstFirst = byKeys<IssueLine>(({ severity, target }) => [
    severity === 'critical' ? 0 : 1,
    target ?? undefined,
  ]);
  return capped(lines.toSorted(worstFirst), MOST_ISSUES);
}

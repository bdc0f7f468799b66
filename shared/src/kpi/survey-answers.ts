import type { Survey } from '../record/report.ts';
import { addDays } from '../schedule/working-days.ts';
import { mean, sum, type Tally } from './average.ts';
import { groupBy } from './group-by.ts';
import type { KpiView } from './kpi-view.ts';

export type SurveyGroup = { survey: string; role_group: string; n: number; mean: number };

export type SurveyAnswers = {
  groups: readonly SurveyGroup[];
  n: number;
  /** Mean over respondents, 1..5; null without any. */
  mean: number | null;
  /** Percent of those invited, where every group says how many were. */
  responseRate: number | null;
};

const MONTHS_OF_QUARTER = ['03', '06', '09', '12'];

/** Last day of `2026-03` or `2026-Q1`; undefined for anything else. */
export function periodEnd(period: string): string | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  const month = quarter ? MONTHS_OF_QUARTER[Number(quarter[2]) - 1] : period.slice(5);
  if (!quarter && !/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return undefined;
  const next = Number(month) + 1;
  const year = Number(period.slice(0, 4)) + (next === 13 ? 1 : 0);
  const first = `${String(year).padStart(4, '0')}-${String(next === 13 ? 1 : next).padStart(2, '0')}-01`;
  return addDays(first, -1);
}

type Part = { role_group: string; n: number; total: number; invited: number | undefined };

function partsOf(view: KpiView, survey: Survey): Part[] {
  const given = survey.groups
    .filter((group) => view.belongs(group.workstream))
    .map(({ role_group, n, mean: value, invited }) => ({
      role_group,
      n,
      total: n * value,
      invited,
    }));
  const answered = survey.responses
    .filter((response) => view.belongs(response.workstream))
    .flatMap(({ role_group, scores }) => {
      const value = mean(Object.values(scores));
      return value === null ? [] : [{ role_group, n: 1, total: value, invited: undefined }];
    });
  return [...given, ...answered];
}

function rateOf(parts: readonly Part[]): number | null {
  const invited = parts.map((part) => part.invited);
  if (parts.length === 0 || invited.includes(undefined)) return null;
  const all = sum(invited as number[]);
  return all === 0 ? null : (100 * sum(parts.map((part) => part.n))) / all;
}

/** Groups of one survey; those under three are left out, or the total would reveal them (readings K13). */
function groupsOf(survey: string, parts: readonly Part[], tally: Tally): SurveyGroup[] {
  const groups: SurveyGroup[] = [];
  for (const [role_group, found] of groupBy(parts, (part) => part.role_group)) {
    const n = sum(found.map((part) => part.n));
    if (n < 3) {
      tally.leaveOut(survey, 'group-under-3');
      continue;
    }
    groups.push({ survey, role_group, n, mean: sum(found.map((part) => part.total)) / n });
    tally.count(survey, n);
  }
  return groups;
}

/** Surveys of a kind whose period ends in the window. */
export function answersOf(view: KpiView, kind: Survey['kind'], tally: Tally): SurveyAnswers {
  const surveys = view.program.byKind.survey.filter(({ data }) => {
    const end = data.period === undefined ? undefined : periodEnd(data.period);
    return data.status !== 'void' && data.kind === kind && view.inWindow(end);
  });
  const parts = surveys.map(({ id, data }) => ({ id, parts: partsOf(view, data) }));
  const groups = parts.flatMap((each) => groupsOf(each.id, each.parts, tally));
  const n = sum(groups.map((group) => group.n));
  const total = sum(groups.map((group) => group.n * group.mean));
  const responseRate = rateOf(parts.flatMap((each) => each.parts));
  return { groups, n, mean: n === 0 ? null : total / n, responseRate };
}

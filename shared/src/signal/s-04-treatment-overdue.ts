import { groupBy } from '../kpi/group-by.ts';
import type { Action } from '../record/action.ts';
import type { Risk } from '../record/risk.ts';
import { dayAfter, earliest } from './later.ts';
import type { Found, SignalDefinition } from './signal.ts';

const LIVE = new Set(['open', 'treating', 'accepted']);
const OPEN_ACTION = new Set<Action['status']>(['open', 'in_progress', 'blocked']);

type Late = {
  byId: ReadonlyMap<string, Action>;
  bySource: ReadonlyMap<string | undefined, readonly Action[]>;
};

function lateActions(actions: readonly Action[], asOf: string): Late {
  const late = actions.filter(
    ({ status, due }) => OPEN_ACTION.has(status) && due !== undefined && due < asOf,
  );
  return {
    byId: new Map(late.map((action) => [action.id, action])),
    bySource: groupBy(late, ({ source }) => source),
  };
}

function judge({ id, response }: Risk, late: Late, asOf: string): Found[] {
  const named = (response?.actions ?? []).flatMap((each) => late.byId.get(each) ?? []);
  const actions = [...new Set([...named, ...(late.bySource.get(id) ?? [])])];
  const own = response?.due !== undefined && response.due < asOf ? response.due : undefined;
  const due = earliest(own, ...actions.map((each) => each.due));
  if (due === undefined) return [];
  const ids = actions.map((each) => each.id);
  return [
    {
      code: 'treatment-overdue',
      severity: 'high',
      subjects: [id, ...ids],
      facts: { due, actions: ids },
      since: dayAfter(due),
    },
  ];
}

/** S-04: the response to a risk, or one of its actions, is past its due day. */
export const treatmentOverdue: SignalDefinition = {
  rule: 'S-04',
  detect: ({ all, asOf }) => {
    const late = lateActions(all('action'), asOf);
    return all('risk')
      .filter(({ status }) => LIVE.has(status))
      .flatMap((risk) => judge(risk, late, asOf));
  },
};

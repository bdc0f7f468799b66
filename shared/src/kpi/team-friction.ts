import { daysBetween } from '../schedule/working-days.ts';
import { percent, Tally } from './average.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';
import { answersOf } from './survey-answers.ts';

const WEIGHTS = { survey: 0.5, blockers: 0.25, rework: 0.25 } as const;

function teamsOf(view: KpiView): number {
  return view.program.byKind.team.filter(({ data }) => {
    if (data.status === 'void') return false;
    return view.segment === undefined || data.workstreams.some((id) => view.belongs(id));
  }).length;
}

/** Dependencies blocked between two teams, per team and week; three of them are 100 (readings K18). */
function blockersPart(view: KpiView, tally: Tally): number | null {
  const blocked = view.records('dependency').filter(({ data }) => {
    const { blocked: block, provider, consumer } = data;
    return view.inWindow(block?.since) && provider.team !== consumer.team;
  });
  for (const { id } of blocked) tally.count(id);
  const teams = teamsOf(view);
  const weeks = (daysBetween(view.from, view.at) + 1) / 7;
  if (teams === 0 || weeks <= 0) return null;
  return Math.min(100, (100 * blocked.length) / teams / weeks / 3);
}

/** Work that came back, of the work that was taken over or closed. */
function reworkPart(view: KpiView): number | null {
  const { inWindow, day } = view;
  const dependencies = view.records('dependency');
  const issues = view.records('issue');
  const bounced = dependencies.flatMap(({ data }) =>
    data.log.filter(
      ({ at, from, to }) => from === 'delivered' && to === 'in_progress' && inWindow(day(at)),
    ),
  );
  const reopened = issues.flatMap(({ data }) => data.reopenings.filter(({ on }) => inWindow(on)));
  const accepted = dependencies.filter(({ data }) => inWindow(data.accepted_on));
  const closed = issues.flatMap(({ data }) =>
    [data.closed_on, ...data.reopenings.map((each) => each.previous_closed_on)].filter(inWindow),
  );
  const share = percent(bounced.length + reopened.length, accepted.length + closed.length);
  return share === null ? null : Math.min(100, share);
}

/** KPI 18: survey, blockers between teams and rework, weighted over the parts that are known. Weights are ours. */
export const teamFriction: KpiDefinition = {
  number: 18,
  key: 'team_friction',
  unit: 'index',
  better: 'down',
  measure: (view) => {
    const tally = new Tally();
    const { mean } = answersOf(view, 'team_friction', tally);
    const parts = {
      survey: mean === null ? null : ((5 - mean) / 4) * 100,
      blockers: blockersPart(view, tally),
      rework: reworkPart(view),
    };
    const names = ['survey', 'blockers', 'rework'] as const;
    const known = names.filter((name) => parts[name] !== null);
    const weight = known.reduce((sum, name) => sum + WEIGHTS[name], 0);
    const weighted = known.reduce((sum, name) => sum + WEIGHTS[name] * (parts[name] ?? 0), 0);
    return tally.figure(
      {
        value: known.length === 0 ? null : weighted / weight,
        n: known.length,
        numerator: null,
        denominator: null,
      },
      { ...parts, partial: known.length < 3 },
    );
  },
};

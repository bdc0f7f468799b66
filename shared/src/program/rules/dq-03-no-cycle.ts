import { compareIds } from '../../record/compare-ids.ts';
import type { TypedRecord } from '../../record/record-types.ts';
import type { Draft } from '../place-findings.ts';
import type { Program } from '../program.ts';
import { findCycles } from './find-cycles.ts';
import { about, type Rule } from './rule.ts';

/** Readings C.dependencies: what is settled or only an idea gives no link. */
const LINKING: readonly string[] = [
  'requested',
  'negotiating',
  'committed',
  'in_progress',
  'delivered',
];
const PARKED: readonly string[] = ['cancelled', 'deferred', 'void'];

type Arrow = readonly [from: string, to: string];

/** Arrows from what must come first to what waits for it. */
function planArrows({ byKind }: Program): readonly Arrow[] {
  const listed = byKind.milestone
    .filter(({ data }) => !PARKED.includes(data.status))
    .flatMap(({ id, data }) => data.predecessors.map(({ on }): Arrow => [on, id]));
  const agreed = byKind.dependency
    .filter(({ data }) => LINKING.includes(data.status))
    .flatMap(({ id, data }): readonly Arrow[] => [
      ...(data.provider.milestone === undefined ? [] : [[data.provider.milestone, id] as const]),
      ...(data.consumer.milestone === undefined ? [] : [[id, data.consumer.milestone] as const]),
    ]);
  return [...listed, ...agreed];
}

function planGraph(program: Program): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const [from, to] of planArrows(program)) {
    const targets = graph.get(from);
    if (targets === undefined) graph.set(from, [to]);
    else targets.push(to);
  }
  return graph;
}

function planDrafts(program: Program): readonly Draft[] {
  return findCycles(planGraph(program)).flatMap((group) => {
    const members = [...group].sort(compareIds);
    const record = members.map((id) => program.records.get(id)).find((each) => each !== undefined);
    if (record === undefined) return [];
    const path = record.kind === 'milestone' ? ['predecessors'] : ['consumer'];
    const code = 'plan-cycle';
    return [about(record, { rule: 'DQ-03', code, severity: 'error', path, facts: { members } })];
  });
}

function stepDrafts(release: TypedRecord<'release'>): readonly Draft[] {
  const graph = new Map(release.data.steps.map(({ id, after }) => [id, after]));
  return findCycles(graph).map((group) => {
    const members = [...group].sort(compareIds);
    const at = release.data.steps.findIndex(({ id }) => members.includes(id));
    const path = ['steps', at, 'after'];
    const said = { rule: 'DQ-03', code: 'step-cycle', severity: 'error', path } as const;
    return about(release, { ...said, facts: { members } });
  });
}

/** DQ-03: nothing waits for itself, neither in the plan nor in a runbook. One finding per circle, with its members. */
export const noCycle: Rule = {
  id: 'DQ-03',
  check: ({ program }) => [...planDrafts(program), ...program.byKind.release.flatMap(stepDrafts)],
};

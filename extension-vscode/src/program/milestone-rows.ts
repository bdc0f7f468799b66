import { shortName } from '@milepost/shared/context/short-name';
import type { TypedRecord } from '@milepost/shared/record/record-types';
import type { ProgramFacts } from './facts.ts';
import { gateChildren, gateLevel } from './gate-rows.ts';
import { recordRow } from './record-row.ts';
import { sayDay } from './row-words.ts';
import type { TreeRow } from './tree-row.ts';

const isDone = (milestone: TypedRecord<'milestone'>): boolean =>
  ['achieved', 'deferred', 'cancelled', 'void'].includes(milestone.data.status);

/** The day a milestone is about now: when it was reached, else what is promised, else what is expected. */
const dayOf = ({ data }: TypedRecord<'milestone'>): string | undefined =>
  data.actual_date ?? data.committed_date ?? data.forecast_date;

/** The gates a milestone has to pass: named by it or naming it. */
export function gatesOf(
  { program }: ProgramFacts,
  milestone: TypedRecord<'milestone'>,
): TypedRecord<'gate'>[] {
  return program.byKind.gate.filter(
    (gate) =>
      gate.data.status !== 'void' &&
      (gate.id === milestone.data.gate || gate.data.milestone === milestone.id),
  );
}

export function dependenciesOf(
  { program }: ProgramFacts,
  milestone: TypedRecord<'milestone'>,
): TypedRecord<'dependency'>[] {
  const listed = new Set(milestone.data.predecessors.map((one) => one.on));
  return program.byKind.dependency.filter(
    ({ id, data }) =>
      data.status !== 'void' &&
      (listed.has(id) ||
        data.consumer.milestone === milestone.id ||
        data.provider.milestone === milestone.id),
  );
}

function gateRow(facts: ProgramFacts, milestone: string, gate: TypedRecord<'gate'>): TreeRow {
  const assessment = facts.assess(gate.id);
  const counts = assessment ? `${assessment.met} of ${assessment.applicable}` : '';
  const day = gate.data.decision?.at ?? gate.data.review_date;
  const outcome = gate.data.decision?.outcome.replaceAll('_', ' ');
  const parts = [day === undefined ? '' : sayDay(day, facts, 'act'), outcome ?? '', counts];
  const description = parts.filter((part) => part !== '').join(' · ');
  const level = gateLevel(facts, gate);
  const spoken = `Gate ${gate.id}, ${gate.data.title}, ${description} criteria met`;
  return {
    key: `milestone/${milestone}/gate/${gate.id}`,
    label: `${gate.id} ${shortName(gate.data.title)}`,
    description,
    tooltip: `${gate.id} ${gate.data.title}\nReview: ${description}`,
    spoken,
    icon: { glyph: `gate-${level}`, level },
    context: 'gate',
    subject: { id: gate.id, gate: gate.id, path: gate.path },
    children: () => gateChildren(facts, gate.id),
  };
}

function milestoneRow(facts: ProgramFacts, milestone: TypedRecord<'milestone'>): TreeRow {
  const row = recordRow(facts, milestone, { prefix: 'milestone', context: 'milestone' });
  const day = dayOf(milestone);
  const said = day === undefined ? '' : sayDay(day, facts);
  const dated = said === '' || row.description.includes(said);
  const gates = gatesOf(facts, milestone);
  const dependencies = dependenciesOf(facts, milestone);
  const description = dated ? row.description : `${said} · ${row.description}`;
  if (gates.length + dependencies.length === 0) return { ...row, description };
  return {
    ...row,
    description,
    children: () => [
      ...gates.map((gate) => gateRow(facts, milestone.id, gate)),
      ...dependencies.map((dependency) =>
        recordRow(facts, dependency, {
          prefix: `milestone/${milestone.id}`,
          context: 'dependency',
          side: dependency.data.provider.milestone === milestone.id ? 'provides' : 'needs',
        }),
      ),
    ],
  };
}

/** Open milestones by their day, then those that are done. */
export function milestoneRows(facts: ProgramFacts): TreeRow[] {
  const shown = facts.program.byKind.milestone.filter(({ data }) => data.status !== 'void');
  const byDay = (a: TypedRecord<'milestone'>, b: TypedRecord<'milestone'>) =>
    Number(isDone(a)) - Number(isDone(b)) || (dayOf(a) ?? '9999').localeCompare(dayOf(b) ?? '9999');
  return shown.toSorted(byDay).map((milestone) => milestoneRow(facts, milestone));
}

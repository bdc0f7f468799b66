import { assessGate } from '@milepost/shared/readiness/assess-gate';
import type { GateAssessment } from '@milepost/shared/readiness/assessment';
import { type Command, cannotRead, type Run, usage } from '../command.ts';
import { dayOrDash, percent, titleOf } from '../text/say.ts';
import type { Tone } from '../text/style.ts';
import { markdownTable, renderTable, type Table } from '../text/table.ts';

const VERDICTS: Record<GateAssessment['verdict'], readonly [string, Tone]> = {
  go: ['go', 'low'],
  conditional_go: ['conditional go', 'medium'],
  no_go: ['no go', 'critical'],
  not_assessable: ['not assessable: no criterion applies', 'muted'],
};

const criteriaTable = ({ criteria }: GateAssessment): Table => ({
  head: ['Criterion', 'Title', 'Status', '', 'Due', 'Owner'],
  rows: criteria.map((criterion) => [
    criterion.id,
    criterion.title,
    {
      text: criterion.status.replaceAll('_', ' '),
      tone: criterion.mandatoryUnmet ? 'high' : 'plain',
    },
    criterion.mandatory ? 'mandatory' : '',
    dayOrDash(criterion.due),
    criterion.owner ?? '',
  ]),
});

const signOffTable = ({ signoffs }: GateAssessment): Table => ({
  head: ['Role', 'Sign-off', 'Evidence', 'Why', 'Who can'],
  rows: signoffs.map((signOff) => [
    signOff.mandatory ? signOff.role : `${signOff.role} (optional)`,
    { text: signOff.state, tone: signOff.state === 'valid' ? 'low' : 'high' },
    signOff.file ? signOff.evidenceLevel : '',
    signOff.why.map(({ code }) => code.replaceAll('-', ' ')).join(', '),
    signOff.whoCan.join(', '),
  ]),
});

const verdictLine = (run: Run, gate: GateAssessment): string =>
  `${gate.id} ${titleOf(run.program, gate.id)}: ${VERDICTS[gate.verdict][0]}. ` +
  `${gate.met} of ${gate.applicable} criteria met (${percent(gate.strict)}, with waivers ${percent(gate.withWaivers)}, ` +
  `${gate.threshold}% needed), ${gate.mandatoryUnmet} mandatory unmet.`;

function output(run: Run, gate: GateAssessment) {
  const parts = [criteriaTable(gate), signOffTable(gate)];
  const join = (render: (table: Table) => string) =>
    [verdictLine(run, gate), ...parts.filter(({ rows }) => rows.length > 0).map(render)].join(
      '\n\n',
    );
  return {
    code: 0 as const,
    data: gate,
    text: () => join((table) => renderTable(table, run.environment.terminal)),
    markdown: () => join(markdownTable),
  };
}

/** As many gates as a line holds; a program may have hundreds. */
const LISTED = 10;

function knownGates({ program }: Run): string {
  const ids = program.byKind.gate.map(({ id }) => id);
  const more = ids.length > LISTED ? ` and ${ids.length - LISTED} more` : '';
  return `Gates: ${ids.slice(0, LISTED).join(', ')}${more}`;
}

/** Domain 2.7. JSON: `{id, verdict, strict, withWaivers, applicable, mandatoryUnmet, criteria, signoffs, …}`. */
export const gateCommand: Command = {
  name: 'gate',
  summary: 'Assess a readiness gate: verdict, criteria, sign-offs and what is missing.',
  positionals: 'ID',
  options: {},
  examples: ['milepost gate G-2', 'milepost gate G-2 --format markdown'],
  needs: 'program',
  run: async (run) => {
    const [id] = run.arguments.positionals;
    if (id === undefined) return usage('Which gate? For example milepost gate G-2.');
    const gate = assessGate(run.program, id, run.asOf);
    return gate
      ? output(run, gate)
      : cannotRead({
          code: 3,
          message: `There is no gate ${id}.`,
          next: knownGates(run),
        });
  },
};

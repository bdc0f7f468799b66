import type { Health, Rag } from '@milepost/shared/health/health';
import { isOpenMilestone, milestoneHealth } from '@milepost/shared/health/milestone-health';
import { programHealth, workstreamHealth } from '@milepost/shared/health/program-health';
import { floatsOf, schedule } from '@milepost/shared/schedule/critical-path';
import { say } from '@milepost/shared/words/say';
import type { Command, Run } from '../command.ts';
import { dayOrDash, plural } from '../text/say.ts';
import type { Tone } from '../text/style.ts';
import { markdownTable, renderTable, type Table } from '../text/table.ts';

const TONES: Record<Rag, Tone> = {
  red: 'critical',
  amber: 'high',
  green: 'low',
  grey: 'muted',
  complete: 'low',
  not_started: 'muted',
};

type Line = { id: string; title: string; committed?: string; forecast?: string; health: Health };

/** Total float is a dated fact of the plan; the simulation is left to `forecast`. */
function linesOf({ program, asOf }: Run) {
  const floats = floatsOf(schedule(program, asOf));
  const computed = new Map([...floats].map(([id, totalFloat]) => [id, { totalFloat }]));
  const milestones = program.byKind.milestone
    .filter(({ data }) => isOpenMilestone(data))
    .flatMap(({ id, data }): Line[] => {
      const health = milestoneHealth(program, id, asOf, computed.get(id));
      if (!health) return [];
      const { committed_date: committed, forecast_date: forecast } = data;
      return [
        {
          id,
          title: data.title,
          ...(committed && { committed }),
          ...(forecast && { forecast }),
          health,
        },
      ];
    });
  const workstreams = program.byKind.workstream.map(
    ({ id, data }): Line => ({
      id,
      title: data.title,
      health: workstreamHealth(program, id, asOf, computed),
    }),
  );
  return { program: programHealth(program, asOf, computed), workstreams, milestones };
}

const reason = (run: Run, { why }: Health): string =>
  why[0] ? say(why[0], 'plain', { year: Number(run.asOf.slice(0, 4)) }) : '';

const tableOf = (run: Run, head: string, lines: readonly Line[]): Table => ({
  head: [head, 'Title', 'Health', 'Committed', 'Forecast', 'Why'],
  rows: lines.map((line) => [
    line.id,
    line.title,
    { text: line.health.rag.replaceAll('_', ' '), tone: TONES[line.health.rag] },
    dayOrDash(line.committed),
    dayOrDash(line.forecast),
    reason(run, line.health),
  ]),
});

/** Domain 2.6: worst of, never an average. JSON: `{asOf, name, health, workstreams, milestones, records, broken}`. */
export const statusCommand: Command = {
  name: 'status',
  summary: 'Health of the program, its workstreams and open milestones, each with its reason.',
  positionals: '',
  options: {},
  examples: ['milepost status', 'milepost status --as-of 2026-03-10 --format markdown'],
  needs: 'program',
  run: async (run) => {
    const { program, workstreams, milestones } = linesOf(run);
    const { charter, records, broken } = run.program;
    const head =
      `${charter.name}: ${program.rag.replaceAll('_', ' ')} as of ${run.asOf}. ${reason(run, program)}`.trimEnd();
    const tables = [tableOf(run, 'Stream', workstreams), tableOf(run, 'Milestone', milestones)];
    const foot = `${plural(records.size, 'record')}, ${plural(broken.length, 'file')} that cannot be read`;
    const all = (render: (table: Table) => string) =>
      [head, ...tables.filter(({ rows }) => rows.length > 0).map(render), foot].join('\n\n');
    return {
      code: 0,
      data: {
        asOf: run.asOf,
        name: charter.name,
        health: program,
        workstreams,
        milestones,
        records: records.size,
        broken: broken.map(({ path }) => path),
      },
      text: () => all((table) => renderTable(table, run.environment.terminal)),
      markdown: () => all(markdownTable),
    };
  },
};

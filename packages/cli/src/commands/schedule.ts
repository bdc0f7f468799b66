import { type Schedule, schedule } from '@milepost/shared/schedule/critical-path';
import type { Command, Run } from '../command.ts';
import { dayOrDash, figure, titleOf } from '../text/say.ts';
import { markdownTable, renderTable, type Table } from '../text/table.ts';

function tableOf(run: Run, { nodes }: Schedule): Table {
  const rows = nodes
    .toSorted((a, b) => a.ef - b.ef || a.id.localeCompare(b.id))
    .map((node) => [
      node.id,
      { text: titleOf(run.program, node.id), tone: 'plain' as const },
      dayOrDash(node.finish),
      { text: figure(node.tf), tone: node.tf < 0 ? ('critical' as const) : ('plain' as const) },
      figure(node.ff),
      node.critical ? { text: 'critical', tone: 'critical' as const } : '',
    ]);
  return { head: ['Id', 'Title', 'Finish', 'Float', 'Free', 'Path'], rows, right: [3, 4] };
}

/** Domain 2.4. JSON: `{asOf, epoch, end, nodes:[{id, es, ef, ls, lf, tf, ff, finish, critical}]}`. */
export const scheduleCommand: Command = {
  name: 'schedule',
  summary: 'The critical path: when each milestone can finish, and its float in working days.',
  positionals: '',
  options: {},
  examples: ['milepost schedule', 'milepost schedule --as-of 2026-03-10 --format json'],
  needs: 'program',
  run: async (run) => {
    const result = schedule(run.program, run.asOf);
    const table = tableOf(run, result);
    return {
      code: 0,
      data: result,
      text: () => renderTable(table, run.environment.terminal),
      markdown: () => markdownTable(table),
    };
  },
};

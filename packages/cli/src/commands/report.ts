import { AUDIENCES, type Audience } from '@milepost/shared/report/audience';
import type { Page } from '@milepost/shared/report/page';
import type { ReportOptions, ReportSource } from '@milepost/shared/report/report-options';
import type { Earlier } from '@milepost/shared/report/status/changes-since';
import { statusPage } from '@milepost/shared/report/status-page';
import { buildStatusReport } from '@milepost/shared/report/status-report';
import { writeMarkdown } from '@milepost/shared/report/write-markdown';
import { ok, type Result } from '@milepost/shared/result';
import { dayOf } from '@milepost/shared/schedule/day-of';
import { forecast } from '@milepost/shared/schedule/forecast';
import {
  type CannotRead,
  type Command,
  cannotRead,
  flag,
  type Output,
  type Run,
  stringOption,
  usage,
} from '../command.ts';
import { writeText } from '../report-text/write-text.ts';

type Made = { data: ReportSource; page: Page };

async function earlierOf(run: Run): Promise<Result<Earlier | undefined, CannotRead>> {
  const revision = stringOption(run.arguments, 'since');
  if (revision === undefined) return ok(undefined);
  const program = await run.environment.history.programAt(run.directory, revision);
  if (!program.ok) return program;
  const commit = await run.environment.history.commit(run.directory, revision);
  const on = commit && dayOf(commit.at, run.program.charter.timezone);
  return ok({ program: program.value, revision, on });
}

async function makeStatus(run: Run, options: ReportOptions): Promise<Result<Made, CannotRead>> {
  const earlier = await earlierOf(run);
  if (!earlier.ok) return earlier;
  const simulated = forecast(run.program, run.asOf);
  const data = buildStatusReport(run.program, run.asOf, {
    ...options,
    earlier: earlier.value,
    forecast: simulated,
  });
  return ok({ data, page: statusPage(data) });
}

type Maker = (
  run: Run,
  options: ReportOptions,
  id: string | undefined,
) => Promise<Result<Made, CannotRead>>;

const makers: Readonly<Record<string, Maker>> = { status: makeStatus };

const kinds = Object.keys(makers);

/** The commit the working copy stands on; outside Git there is none to name. */
async function optionsOf(run: Run, audience: Audience): Promise<ReportOptions> {
  const commit = await run.environment.history.commit(run.directory, 'HEAD');
  return {
    audience,
    includeHigher: flag(run.arguments, 'include-higher'),
    commit: commit?.id,
    uncommitted: commit?.uncommitted,
  };
}

function output(run: Run, { data, page }: Made): Output {
  const markdown = () => writeMarkdown(page);
  const text = () => writeText(page, run.environment.terminal);
  return { code: 0, data, text, markdown, github: markdown };
}

async function runReport(run: Run): Promise<Output> {
  const [kind = '', id] = run.arguments.positionals;
  const make = makers[kind];
  if (make === undefined)
    return usage(`Which report? One of ${kinds.join(', ')}, for example milepost report status.`);
  const named = stringOption(run.arguments, 'audience') ?? 'internal';
  const audience = AUDIENCES.find((each) => each === named);
  if (audience === undefined) return usage(`--audience takes one of ${AUDIENCES.join(', ')}.`);
  const made = await make(run, await optionsOf(run, audience), id);
  return made.ok ? output(run, made.value) : cannotRead(made.error);
}

/** Domain 5.1, 5.3 to 5.5. JSON: the report's facts, described in docs/reports.md. */
export const reportCommand: Command = {
  name: 'report',
  summary: 'Weekly status, go/no-go record, decision brief or escalation brief, ready to send.',
  positionals: 'status|gonogo|decision|escalation [ID]',
  options: {
    since: { type: 'string', value: 'REV', help: 'status: what changed since this revision' },
    audience: {
      type: 'string',
      value: AUDIENCES.join('|'),
      help: 'leave out records classified above (default: internal)',
    },
    'include-higher': { type: 'boolean', help: 'show records above the audience all the same' },
  },
  examples: [
    'milepost report status',
    'milepost report status --since HEAD~20 --format markdown > status.md',
    'milepost report gonogo G-2 --format markdown',
    'milepost report decision DEC-5',
    'milepost report escalation ESC-1 --audience restricted',
  ],
  needs: 'program',
  run: runReport,
};

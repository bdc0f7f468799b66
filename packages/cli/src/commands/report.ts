import { AUDIENCES, type Audience } from '@milepost/shared/report/audience';
import type { ReportOptions } from '@milepost/shared/report/report-options';
import { writeMarkdown } from '@milepost/shared/report/write-markdown';
import {
  type Command,
  cannotRead,
  flag,
  type Output,
  type Run,
  stringOption,
  usage,
} from '../command.ts';
import { isAboutOne, type Made, makeAboutOne, makeStatus } from '../report-text/make-report.ts';
import { writeText } from '../report-text/write-text.ts';

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

const EXAMPLE_ID = { gonogo: 'G-2', decision: 'DEC-5', escalation: 'ESC-1' } as const;

async function runReport(run: Run): Promise<Output> {
  const [kind = '', id] = run.arguments.positionals;
  const named = stringOption(run.arguments, 'audience') ?? 'internal';
  const audience = AUDIENCES.find((each) => each === named);
  if (audience === undefined) return usage(`--audience takes one of ${AUDIENCES.join(', ')}.`);
  const options = await optionsOf(run, audience);
  if (kind === 'status') {
    const made = await makeStatus(run, options);
    return made.ok ? output(run, made.value) : cannotRead(made.error);
  }
  if (!isAboutOne(kind))
    return usage(
      'Which report? status, gonogo, decision or escalation, as in milepost report status.',
    );
  if (id === undefined)
    return usage(`About which record? For example milepost report ${kind} ${EXAMPLE_ID[kind]}.`);
  const made = makeAboutOne(run, kind, id, options);
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

import type { Badge } from '@milepost/shared/context/badge';
import { recordBadges } from '@milepost/shared/context/badges-for';
import type { PageContext } from '@milepost/shared/context/context';
import { buildIndex } from '@milepost/shared/context/context-index';
import { findMatches } from '@milepost/shared/context/find-matches';
import { fail, ok, type Result } from '@milepost/shared/result';
import { sayBadgeState } from '@milepost/shared/words/say-badge';
import { sayReason, sayThrough } from '@milepost/shared/words/say-reason';
import * as z from 'zod';
import {
  type CannotRead,
  type Command,
  cannotRead,
  flag,
  type Run,
  stringOption,
} from '../command.ts';
import { markdownTable, renderTable, type Table } from '../text/table.ts';

/** What `--pr` reads: GitHub's own answer to `GET /repos/{owner}/{repo}/pulls/{number}`, with `files` added. */
const PullFile = z.looseObject({
  number: z.int().optional(),
  title: z.string().optional(),
  body: z.string().nullish(),
  html_url: z.string().optional(),
  labels: z.array(z.looseObject({ name: z.string() })).default([]),
  milestone: z.looseObject({ title: z.string() }).nullish(),
  head: z.looseObject({ ref: z.string() }).optional(),
  base: z
    .looseObject({ ref: z.string(), repo: z.looseObject({ full_name: z.string() }).optional() })
    .optional(),
  files: z.array(z.looseObject({ filename: z.string() })).default([]),
});

/** Absent parts stay absent: nothing is fetched to fill them. */
const present = <Parts extends object>(
  parts: Parts,
): { [Key in keyof Parts]?: NonNullable<Parts[Key]> } =>
  Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && value !== null),
  ) as never;

function contextOf(pull: z.infer<typeof PullFile>): PageContext {
  return {
    ...present({
      number: pull.number,
      title: pull.title,
      body: pull.body,
      url: pull.html_url,
      headBranch: pull.head?.ref,
      baseBranch: pull.base?.ref,
      repo: pull.base?.repo?.full_name,
      githubMilestone: pull.milestone?.title,
    }),
    labels: pull.labels.map(({ name }) => name),
    paths: pull.files.map(({ filename }) => filename),
  };
}

async function readPull(run: Run, file: string): Promise<Result<PageContext, CannotRead>> {
  const text = await run.environment.files.readText(file);
  const problem = (what: string) => fail({ code: 3 as const, message: `${file} ${what}.` });
  if (text === undefined) return problem('cannot be read');
  try {
    const read = PullFile.safeParse(JSON.parse(text));
    return read.success ? ok(contextOf(read.data)) : problem('is no pull request');
  } catch (error) {
    if (error instanceof SyntaxError) return problem('is no JSON');
    throw error;
  }
}

async function contextHere(run: Run): Promise<Result<PageContext, CannotRead>> {
  const file = stringOption(run.arguments, 'pr');
  if (file !== undefined) return readPull(run, file);
  const { history } = run.environment;
  const [repo, branch] = [
    stringOption(run.arguments, 'repo') ?? (await history.repository(run.directory)),
    flag(run.arguments, 'branch') || run.arguments.positionals.length === 0
      ? await history.branch(run.directory)
      : undefined,
  ];
  return ok({ ...present({ repo, headBranch: branch }), paths: run.arguments.positionals });
}

/** A record that another one brought says which; that one's own row says why. */
const sayWhy = ({ id, reasons, through }: Badge): string =>
  through === undefined
    ? reasons.map((reason) => sayReason(reason, id)).join('; ')
    : sayThrough(through);

const tableOf = (badges: readonly Badge[]): Table => ({
  head: ['Id', 'Title', 'State', 'Why here'],
  rows: badges.map((badge) => [badge.id, badge.title, sayBadgeState(badge), sayWhy(badge)]),
});

/** JSON: `{asOf, context, records:[{id, kind, title, level, state, reasons, through?}]}`. */
export const hereCommand: Command = {
  name: 'here',
  summary: 'Which records touch these paths, this branch or a pull request, and why.',
  positionals: '[PATH…]',
  options: {
    branch: { type: 'boolean', help: 'also look at the checked-out branch' },
    pr: {
      type: 'string',
      value: 'FILE.json',
      help: 'a pull request as GitHub’s API answers it, with files',
    },
    repo: { type: 'string', value: 'OWNER/NAME', help: 'default: the origin remote' },
  },
  examples: [
    'milepost here src/gateway/retry.ts --repo acme/pay',
    'milepost here --branch',
    'milepost here --pr pull.json',
  ],
  needs: 'program',
  run: async (run) => {
    const context = await contextHere(run);
    if (!context.ok) return cannotRead(context.error);
    const matches = findMatches(buildIndex(run.program), run.program, context.value);
    const badges = recordBadges(matches, run.program, run.asOf, context.value);
    const nothing = 'Nothing in the program points here.';
    return {
      code: 0,
      data: {
        asOf: run.asOf,
        context: context.value,
        records: badges.map((badge) => ({ ...badge, said: sayBadgeState(badge) })),
      },
      text: () =>
        badges.length > 0 ? renderTable(tableOf(badges), run.environment.terminal) : nothing,
      markdown: () => (badges.length > 0 ? markdownTable(tableOf(badges)) : nothing),
    };
  },
};

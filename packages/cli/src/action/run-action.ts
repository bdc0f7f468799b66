import { fail, ok, type Result } from '@milepost/shared/result';
import { dayOf } from '@milepost/shared/schedule/day-of';
import type { GitHost, HostFailure } from '@milepost/store/git-host';
import { checkRun, pathIn, unreadCheck } from './check-run.ts';
import { type GithubApi, statusOf } from './github-api.ts';
import { type ActionEnvironment, type ActionInputs, readInputs } from './inputs.ts';
import { judgePull, requirementsOf, type Verdict } from './judge-pull.ts';
import { logLine } from './log-line.ts';
import { type ProgramAt, programSource } from './program-source.ts';
import { publish } from './publish.ts';
import { type Pull, readPull } from './pull-event.ts';
import { readApprovals } from './read-approvals.ts';
import { renderComment, sayVerdict } from './render-comment.ts';

/** The world of the Action; `compose-action.ts` builds it from Node, tests from values. */
export type ActionWorld = {
  environment: ActionEnvironment;
  /** RFC 3339. */
  now: string;
  signal: AbortSignal;
  readText(path: string): Promise<string | undefined>;
  appendText(path: string, text: string): Promise<void>;
  /** Gets lines that the runner cannot take for commands. */
  log(line: string): void;
  api(options: { url: string; token: string; log: (line: string) => void }): GithubApi;
  /** Reads Git objects of one folder; `branch` is only named, never read. */
  host(options: {
    url: string;
    branch: string;
    folder: string;
    token: string;
  }): Pick<GitHost, 'tree' | 'blobs'>;
};

type Judged = { verdict: Verdict; before: ProgramAt; after: ProgramAt; text: string };
type Outcome = Result<Judged, string>;

const serverOf = (world: ActionWorld): string =>
  world.environment.GITHUB_SERVER_URL ?? 'https://github.com';

/** An answer of GitHub that is no success, as a sentence; everything else is a bug and goes on. */
function sayRefused(error: unknown): string {
  const status = statusOf(error);
  if (status === undefined || !(error instanceof Error)) throw error;
  return `GitHub answered ${status}: ${error.message}`;
}

const sayFailure = ({ code, status, detail }: HostFailure): string =>
  `The repository cannot be read (${[code, status, detail].filter(Boolean).join(', ')}). The token needs contents: read.`;

async function readBoth(
  world: ActionWorld,
  inputs: ActionInputs,
  pull: Pull,
  mergeBase: string,
): Promise<
  Result<{ before: ProgramAt; after: ProgramAt; source: ReturnType<typeof programSource> }, string>
> {
  const host = world.host({
    url: `${serverOf(world)}/${pull.repository}.git`,
    branch: pull.base.branch,
    folder: inputs.folder,
    token: inputs.token,
  });
  const source = programSource(host, world.signal);
  const before = await source.at(mergeBase);
  if (!before.ok) return fail(sayFailure(before.error));
  const after = await source.at(pull.head.commit);
  if (!after.ok) return fail(sayFailure(after.error));
  if (before.value.blobs.size + after.value.blobs.size === 0)
    return fail(`There is no program in ${inputs.folder || 'the root'}: set the input program.`);
  return ok({ before: before.value, after: after.value, source });
}

const fileUrl =
  (world: ActionWorld, inputs: ActionInputs, pull: Pull) =>
  (file: string, line: number): string => {
    const path = pathIn(inputs.folder, file).split('/').map(encodeURIComponent).join('/');
    return `${serverOf(world)}/${pull.repository}/blob/${pull.head.commit}/${path}#L${line}`;
  };

async function judge(
  world: ActionWorld,
  inputs: ActionInputs,
  pull: Pull,
  api: GithubApi,
): Promise<Outcome> {
  const { mergeBase, paths } = await api.compare(pull);
  const read = await readBoth(world, inputs, pull, mergeBase);
  if (!read.ok) return read;
  const { before, after, source } = read.value;
  const asOf = dayOf(world.now, before.program.charter.timezone);
  const facts = { pull, before, after, paths, asOf, failOn: inputs.failOn };
  const needed = requirementsOf(facts);
  const approvals = await readApprovals({ api, source }, pull, before, needed, inputs.checkName);
  const verdict = judgePull({ ...facts, approvals });
  const text = renderComment({
    verdict,
    before: before.program,
    after: after.program,
    asOf,
    mergeBase,
    fileUrl: fileUrl(world, inputs, pull),
  });
  return ok({ verdict, before, after, text });
}

const READ_ONLY =
  'The token may not write here: the verdict is in the job summary, and this job is the check. To write, it needs checks: write and pull-requests: write.';

const mayWrite = (inputs: ActionInputs, pull: Pull): boolean => !pull.isFork && !inputs.summaryOnly;

/** A check that was green before must not stay so when nobody could look: an approval may have been taken back. */
async function writeUnread(
  api: GithubApi,
  { checkName: name, folder }: ActionInputs,
  pull: Pull,
  reason: string,
  log: (line: string) => void,
): Promise<void> {
  try {
    await api.writeCheck(pull, unreadCheck(reason, { name, folder }));
  } catch (error) {
    log(sayRefused(error));
  }
}

/** Whether check and comment were written: a fork's token may not, and is not asked to (rulings E2). */
async function isPublished(
  inputs: ActionInputs,
  pull: Pull,
  api: GithubApi,
  { verdict, before, after, text }: Judged,
): Promise<boolean> {
  if (!mayWrite(inputs, pull)) return false;
  const programs = { before: before.program, after: after.program };
  const { checkName: name, folder, commentAuthor } = inputs;
  const check = checkRun(verdict, programs, { name, folder, summary: text });
  const { touches } = verdict;
  return (await publish(api, pull, { text, touches, check, folder, commentAuthor })) === 'written';
}

async function lookAt(
  world: ActionWorld,
  inputs: ActionInputs,
  pull: Pull,
  log: (line: string) => void,
): Promise<number> {
  const url = world.environment.GITHUB_API_URL ?? 'https://api.github.com';
  const api = world.api({ url, token: inputs.token, log });
  const judged = await judge(world, inputs, pull, api).catch((error: unknown) =>
    fail(sayRefused(error)),
  );
  if (!judged.ok) {
    log(judged.error);
    if (mayWrite(inputs, pull)) await writeUnread(api, inputs, pull, judged.error, log);
    return 1;
  }
  log(sayVerdict(judged.value.verdict));
  const summary = world.environment.GITHUB_STEP_SUMMARY;
  if (summary !== undefined) await world.appendText(summary, `${judged.value.text}\n`);
  if (await isPublished(inputs, pull, api, judged.value)) return 0;
  log(READ_ONLY);
  return judged.value.verdict.passes ? 0 : 1;
}

async function readTask(
  world: ActionWorld,
): Promise<Result<{ inputs: ActionInputs; pull: Pull }, string>> {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path = '' } = world.environment;
  const inputs = readInputs(world.environment);
  if (!inputs.ok) return inputs;
  const pull = readPull(name, await world.readText(path));
  return pull.ok ? ok({ inputs: inputs.value, pull: pull.value }) : pull;
}

/**
 * Looks at one pull request. Exit code 0 when the verdict is in the check or is good; 1 when it is bad and only this
 * job can say so, or when something could not be read. Where it writes the check, the check alone is red: a review
 * turns it green, while an earlier job would stay red for ever.
 */
export async function runAction(world: ActionWorld): Promise<number> {
  const log = (line: string): void => world.log(logLine(line));
  const task = await readTask(world);
  if (!task.ok) {
    log(task.error);
    return 1;
  }
  try {
    return await lookAt(world, task.value.inputs, task.value.pull, log);
  } catch (error) {
    log(sayRefused(error));
    return 1;
  }
}

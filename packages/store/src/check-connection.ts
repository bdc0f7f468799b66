import { readProgram } from '@milepost/shared/program/read-program';
import { fail, ok, type Result } from '@milepost/shared/result';
import { gitHost } from './drivers/git.ts';
import { refuse } from './git/git-failure.ts';
import { type GitTransport, gitTransport } from './git/git-transport.ts';
import type { Fetch } from './git/http-request.ts';
import { listRefs } from './git/list-refs.ts';
import { readCapabilities } from './git/read-capabilities.ts';
import type { HostFailure, ReviewHost } from './git-host.ts';
import { isGithubUrl } from './github/github-address.ts';
import { lacking } from './github/github-failure.ts';

export type ConnectionConfig = {
  url: string;
  /** The host's default branch when absent. */
  branch?: string;
  folder: string;
  token?: string;
  user?: string;
};

/** One line of the answer. A failure stops the lines after it. */
export type CheckLine<Facts> =
  | { state: 'ok'; facts: Facts }
  | { state: 'failed'; failure: HostFailure | ProgramFailure }
  | { state: 'not-checked' };

export type ProgramFailure = {
  code: 'no-program' | 'broken-charter' | 'newer-format';
  url: string;
  detail?: string;
};

export type ConnectionCheck = {
  repository: CheckLine<{ branch: string; commit: string }>;
  folder: CheckLine<{ files: number; name: string }>;
  write: CheckLine<{ branch: string }>;
  /** Whether the token may see pull requests; only where the client proposes by them. */
  proposals?: CheckLine<{ branch: string }>;
};

const notChecked = { state: 'not-checked' } as const;

type Outcome<Facts> = Result<Facts, HostFailure | ProgramFailure>;

const toLine = <Facts>(outcome: Outcome<Facts>): CheckLine<Facts> =>
  outcome.ok ? { state: 'ok', facts: outcome.value } : { state: 'failed', failure: outcome.error };

const checkRepository = async (
  transport: GitTransport,
  config: ConnectionConfig,
  signal: AbortSignal,
): Promise<Outcome<{ branch: string; commit: string }>> => {
  if (!URL.canParse(config.url) || !/^https?:/.test(config.url))
    return refuse('not-a-git-host', config.url);
  const advertised = await transport.advertise('git-upload-pack', signal);
  const can = advertised.ok ? readCapabilities(advertised.value, transport.url) : advertised;
  if (!can.ok) return can;
  const wanted = config.branch === undefined ? 'HEAD' : `refs/heads/${config.branch}`;
  const refs = await listRefs(transport, [wanted], signal);
  if (!refs.ok) return refs;
  const ref = refs.value.find(({ name }) => name === wanted);
  if (ref === undefined)
    return refuse('branch-not-found', transport.url, { detail: config.branch ?? 'HEAD' });
  const branch = (ref.target ?? ref.name).replace(/^refs\/heads\//, '');
  return ok({ branch, commit: ref.id });
};

const checkFolder = async (
  config: ConnectionConfig,
  at: { branch: string; commit: string },
  fetchIt: Fetch | undefined,
  signal: AbortSignal,
): Promise<Outcome<{ files: number; name: string }>> => {
  const more = fetchIt === undefined ? {} : { fetch: fetchIt };
  const host = gitHost({ ...config, branch: at.branch, ...more });
  const files = await host.tree(at.commit, signal);
  if (!files.ok) return files;
  const charter = files.value.find(({ path }) => path === 'program.yaml');
  const missing: ProgramFailure = { code: 'no-program', url: config.url, detail: config.folder };
  if (charter === undefined) return fail(missing);
  const texts = await host.blobs([charter.blob], signal);
  if (!texts.ok) return texts;
  const text = texts.value.get(charter.blob) ?? '';
  const program = readProgram([{ path: 'program.yaml', text }]);
  if (program.readOnly === 'newer-format' || program.readOnly === 'broken-charter')
    return fail({ code: program.readOnly, url: config.url });
  return ok({ files: files.value.length, name: program.charter.name });
};

/** Asks for the first answer of a push and sends nothing: the host says here whether the token may write. */
const checkWrite = async (
  transport: GitTransport,
  branch: string,
  signal: AbortSignal,
): Promise<Outcome<{ branch: string }>> => {
  const answer = await transport.advertise('git-receive-pack', signal);
  return answer.ok ? ok({ branch }) : answer;
};

const hasGithubToken = ({ url, token }: ConnectionConfig): boolean =>
  isGithubUrl(url) && token !== undefined && token !== '';

const lacksRight: ReadonlySet<string> = new Set(['forbidden', 'not-found']);

/** Git says no without a reason; on GitHub the reason is known once the same token could read. */
const nameMissingRight = (
  config: ConnectionConfig,
  outcome: Outcome<{ branch: string }>,
): Outcome<{ branch: string }> => {
  if (outcome.ok || !hasGithubToken(config) || !lacksRight.has(outcome.error.code)) return outcome;
  const { url, detail = '' } = outcome.error;
  const status = 'status' in outcome.error ? (outcome.error.status ?? 403) : 403;
  return lacking('forbidden', { url, status }, ['contents=write'], detail);
};

/** Reads the newest pull request: the answer may be empty, or says what the token lacks. */
const checkProposals = async (
  reviews: ReviewHost | undefined,
  into: string,
  signal: AbortSignal,
): Promise<Pick<ConnectionCheck, 'proposals'>> => {
  if (reviews === undefined) return {};
  const latest = await reviews.latest(signal);
  return { proposals: toLine(latest.ok ? ok({ branch: into }) : latest) };
};

/**
 * Tries a connection as the options page shows it: repository found, program folder found, write access. What only a
 * real push can tell (a protected branch, a hook) is not known here. `reviews`: pull requests of a branch nobody has,
 * where the client proposes by them.
 */
export const checkConnection = async (
  config: ConnectionConfig,
  signal: AbortSignal,
  fetchIt?: Fetch,
  reviews?: ReviewHost,
): Promise<ConnectionCheck> => {
  const transport = gitTransport({ ...config, fetch: fetchIt });
  const found = await checkRepository(transport, config, signal);
  const repository = toLine(found);
  if (!found.ok) return { repository, folder: notChecked, write: notChecked };
  const read = await checkFolder(config, found.value, fetchIt, signal);
  const folder = toLine(read);
  if (!read.ok) return { repository, folder, write: notChecked };
  const { branch } = found.value;
  const write = toLine(nameMissingRight(config, await checkWrite(transport, branch, signal)));
  return { repository, folder, write, ...(await checkProposals(reviews, branch, signal)) };
};

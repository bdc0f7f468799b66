import { fail, ok, type Result } from '@milepost/shared/result';
import type { HostFailure } from '../git-host.ts';
import { refuse } from './git-failure.ts';
import type { GitTransport } from './git-transport.ts';
import { decodeText, encodeText, joinBytes } from './join-bytes.ts';
import type { GitObject } from './object-id.ts';
import { encodePkt, flushPkt, type Pkt, readPkts, textOf } from './pkt-line.ts';
import { type BaseOf, writePack } from './write-pack.ts';

/** The body of a push: `ref` goes from `from` to `to` and from nowhere else (compare and swap). */
export const renderPush = async (
  ref: string,
  from: string,
  to: string,
  objects: readonly GitObject[],
  baseOf?: BaseOf,
): Promise<Uint8Array<ArrayBuffer>> =>
  joinBytes([
    encodePkt(
      `${from} ${to} ${ref}\0 report-status side-band-64k object-format=sha1 agent=milepost`,
    ),
    flushPkt,
    await writePack(objects, baseOf),
  ]);

/** What the server said: its report, and what it told a person on the side band. */
type Report = { lines: readonly string[]; told: string };

const textLines = (pkts: readonly Pkt[]): string[] =>
  pkts.map(textOf).filter((line) => line !== undefined);

const bandOf = (pkts: readonly Pkt[], bands: readonly number[]): Uint8Array<ArrayBuffer> =>
  joinBytes(
    pkts.flatMap((pkt) =>
      pkt.kind === 'data' && bands.includes(pkt.data[0] ?? 0) ? [pkt.data.subarray(1)] : [],
    ),
  );

/** Bytes of a host's words that are looked at. */
const mostTold = 16 * 1024;

/** Reads the report with or without side band: a server that lacks the capability sends plain lines. */
const readReport = (pkts: readonly Pkt[]): Report => {
  const inner = bandOf(pkts, [1]);
  const joined = readPkts(inner);
  const lines = inner.length > 0 && joined.ok ? joined.value : pkts;
  const told = bandOf(pkts, [2, 3]).subarray(0, mostTold);
  return { lines: textLines(lines), told: decodeText(told) };
};

const protectedWords =
  /protected branch|GH006|GH013|rule violations|not allowed to push|TF402455|TF401027|permission denied to update branch|only be modified through pull requests|prohibited by gerrit/i;
const hookWords = /hook declined/i;
const movedWords =
  /cannot lock ref|non-fast-forward|fetch first|stale info|failed to update ref|reference already exists|atomic transaction failed|incorrect old value/i;

/** Which refusal it was. Hosts have no codes here, only English. */
export const classifyRefusal = (
  reason: string,
  told: string,
): 'moved' | 'protected-branch' | 'hook-declined' | 'host-error' => {
  const all = `${reason}\n${told}`;
  if (protectedWords.test(all)) return 'protected-branch';
  if (hookWords.test(reason)) return 'hook-declined';
  return movedWords.test(all) ? 'moved' : 'host-error';
};

const judge = (
  report: Report,
  ref: string,
  url: string,
): Result<'pushed' | 'moved', HostFailure> => {
  const refused = report.lines.find((line) => line.startsWith('ERR '))?.slice(4);
  const unpack = report.lines.find((line) => line.startsWith('unpack '));
  if (unpack === undefined && refused === undefined)
    return refuse('corrupt-answer', url, { detail: report.told || 'no report' });
  if (report.lines.includes(`ok ${ref}`)) return ok('pushed');
  if (unpack !== undefined && unpack !== 'unpack ok')
    return refuse('host-error', url, { detail: `${unpack} ${report.told}` });
  const no = report.lines.find((line) => line.startsWith(`ng ${ref} `));
  const reason = no?.slice(`ng ${ref} `.length) ?? refused ?? 'no word about the branch';
  const code = classifyRefusal(reason, report.told);
  if (code === 'moved') return ok('moved');
  return refuse(code, url, { detail: `${reason} ${report.told}` });
};

/** The server could not read the pack, and did nothing. */
export const isNotUnpacked = (failure: HostFailure): boolean =>
  failure.code === 'host-error' && failure.detail?.startsWith('unpack ') === true;

/** Bytes of a report, with all that hooks have to say. */
const mostReport = 4 * 1024 * 1024;

/** An endless answer, or a page in place of one, may follow a push that landed: not "refused", but unknown. */
const unsureOf = (failure: HostFailure): HostFailure =>
  (failure.code === 'too-large' && failure.status !== 413) || failure.code === 'not-a-git-host'
    ? { ...failure, code: 'corrupt-answer' }
    : failure;

/** Sends a rendered push. `moved`: the branch was not at `from`. An answer without a report is `corrupt-answer`. */
export const pushCommit = async (
  transport: GitTransport,
  ref: string,
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<Result<'pushed' | 'moved', HostFailure>> => {
  const answer = await transport.call('git-receive-pack', body, signal, mostReport);
  if (!answer.ok) return fail(unsureOf(answer.error));
  const pkts = readPkts(answer.value);
  if (!pkts.ok) return refuse('corrupt-answer', transport.url, { detail: pkts.error });
  return judge(readReport(pkts.value), ref, transport.url);
};

/** Whether this is a name Git accepts for a branch (git-check-ref-format(1)), judged strictly. */
export const isBranchName = (name: string): boolean =>
  encodeText(name).length <= 200 &&
  /^[A-Za-z0-9_][A-Za-z0-9_.\-/+@#=]*$/.test(name) &&
  !/\.\.|\/\/|\/\.|@\{|\.lock(\/|$)|[./]$/.test(name);

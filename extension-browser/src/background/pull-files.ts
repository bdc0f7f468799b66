import type { PageContext } from '@milepost/shared/context/context';
import type { LiveProgram } from './connected-programs.ts';

/** Which pull request, at which head; without a head an answer is good for ten minutes. */
export type PullHead = { repo: string; number: number; head?: string };

const BUCKET = 600_000;
const MOST_PAGES = 10;
const PER_PAGE = 100;
const KEPT = 200;

const known = new Map<string, Promise<readonly string[]>>();

const keyOf = ({ repo, number, head }: PullHead): string =>
  `${repo}#${number}@${head ?? Math.floor(Date.now() / BUCKET)}`;

const nameIn = (file: unknown): string[] =>
  typeof file === 'object' && file !== null && 'filename' in file ? [String(file.filename)] : [];

async function readFiles({ repo, number }: PullHead, token: string | undefined): Promise<string[]> {
  const paths: string[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const url = `https://api.github.com/repos/${repo}/pulls/${number}/files?per_page=${PER_PAGE}&page=${page}`;
    const answer = await fetch(url, {
      credentials: 'omit',
      headers: {
        accept: 'application/vnd.github+json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      signal: AbortSignal.timeout(10_000),
    });
    const files: unknown = answer.ok ? await answer.json() : [];
    if (!Array.isArray(files)) break;
    paths.push(...files.flatMap(nameIn));
    if (files.length < PER_PAGE) break;
  }
  return paths;
}

/** Whether any record of these programs is tied to paths of this repository: else no call is worth it. */
export const wantsPaths = (programs: readonly LiveProgram[], repo: string): boolean =>
  programs.some(({ index }) =>
    [...(index?.globs.keys() ?? [])].some(
      (name) => name.startsWith('path :') || name.startsWith(`path ${repo.toLowerCase()}:`),
    ),
  );

/** Changed paths of a pull request: at most one reading per head commit (rulings D10); none when GitHub does not tell. */
export function pullFiles(pull: PullHead, token: string | undefined): Promise<readonly string[]> {
  const key = keyOf(pull);
  const before = known.get(key);
  if (before !== undefined) return before;
  // Not told is not asked again for this head: a private repository stays private.
  const reading = readFiles(pull, token).catch(() => []);
  known.set(key, reading);
  for (const old of known.keys()) if (known.size > KEPT) known.delete(old);
  return reading;
}

/** The page with its paths: those it shows, else those of the pull request. */
export async function withPaths(
  page: PageContext,
  head: string | undefined,
  programs: readonly LiveProgram[],
): Promise<PageContext> {
  const { repo, number } = page;
  if (!repo || !number || page.paths?.length || !wantsPaths(programs, repo)) return page;
  const token = programs.find(({ config }) => config.url.startsWith('https://github.com/'))?.config
    .token;
  const paths = await pullFiles({ repo, number, ...(head && { head }) }, token);
  return paths.length > 0 ? { ...page, paths } : page;
}

import { ok, type Result } from '@milepost/shared/result';
import type { Author, HostFailure } from '../git-host.ts';
import { parseAuthor, parseCommit } from './commit.ts';
import { fetchObjects } from './fetch-objects.ts';
import type { GitTransport } from './git-transport.ts';
import type { GitObject } from './object-id.ts';

/** Commits on the way from `to` back to `from`, level by level of parents, each once. */
function* commitsBetween(
  objects: ReadonlyMap<string, GitObject>,
  from: string,
  to: string,
): Generator<Uint8Array> {
  const reached = new Set([from, to]);
  // Grows while it is walked.
  const queue = [to];
  for (const id of queue) {
    const body = objects.get(id)?.body;
    if (body === undefined) continue;
    yield body;
    const parents = parseCommit(body)?.parents ?? [];
    for (const parent of parents.filter((candidate) => !reached.has(candidate))) {
      reached.add(parent);
      queue.push(parent);
    }
  }
}

/** First the newest, each e-mail address once. */
const authorsOf = (commits: Iterable<Uint8Array>): readonly Author[] => {
  const authors = new Map<string, Author>();
  for (const commit of commits) {
    const author = parseAuthor(commit);
    if (author !== undefined && !authors.has(author.email)) authors.set(author.email, author);
  }
  return [...authors.values()];
};

/** Who wrote the commits that `to` has and `from` has not. One request, for commits alone. */
export const readAuthorsBetween = async (
  transport: GitTransport,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<Result<readonly Author[], HostFailure>> => {
  if (from === to) return ok([]);
  const wants = { wants: [to], haves: [from], filter: 'tree:0' as const };
  const fetched = await fetchObjects(transport, wants, signal);
  return fetched.ok ? ok(authorsOf(commitsBetween(fetched.value.objects, from, to))) : fetched;
};

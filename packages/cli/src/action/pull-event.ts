import { fail, ok, type Result } from '@milepost/shared/result';
import * as z from 'zod';

const Commit = z.string().regex(/^[0-9a-f]{40}$/);
const Repository = z.looseObject({
  full_name: z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
});

/** The part of a `pull_request` or `pull_request_review` event that is read. All texts are untrusted. */
const EventFile = z.looseObject({
  pull_request: z.looseObject({
    number: z.int().positive(),
    title: z.string(),
    body: z.string().nullish(),
    html_url: z.string(),
    user: z.looseObject({ login: z.string() }),
    labels: z.array(z.looseObject({ name: z.string() })).default([]),
    milestone: z.looseObject({ title: z.string() }).nullish(),
    head: z.looseObject({ sha: Commit, ref: z.string(), repo: Repository.nullish() }),
    base: z.looseObject({ sha: Commit, ref: z.string(), repo: Repository }),
  }),
});

/** One pull request as the event tells it. */
export type Pull = {
  /** `owner/name` of the repository it asks to change. */
  repository: string;
  number: number;
  url: string;
  title: string;
  body: string;
  author: string;
  labels: readonly string[];
  milestone: string | undefined;
  head: { commit: string; branch: string };
  base: { commit: string; branch: string };
  /** It comes from another repository (or one that is gone), where the token may not write. */
  isFork: boolean;
};

/** Events that carry a pull request and run without the secrets of the base repository when it comes from a fork. */
export const EVENTS = ['pull_request', 'pull_request_review'] as const;

function pullOf({ pull_request: pull }: z.infer<typeof EventFile>): Pull {
  const repository = pull.base.repo.full_name;
  return {
    repository,
    number: pull.number,
    url: pull.html_url,
    title: pull.title,
    body: pull.body ?? '',
    author: pull.user.login,
    labels: pull.labels.map(({ name }) => name),
    milestone: pull.milestone?.title,
    head: { commit: pull.head.sha, branch: pull.head.ref },
    base: { commit: pull.base.sha, branch: pull.base.ref },
    isFork: pull.head.repo?.full_name.toLowerCase() !== repository.toLowerCase(),
  };
}

/** The pull request of an event file, or why there is none to look at. `text` is the file `GITHUB_EVENT_PATH` names. */
export function readPull(name: string, text: string | undefined): Result<Pull, string> {
  if (name === 'pull_request_target')
    return fail(
      'Milepost does not run on pull_request_target: it gives every fork a token that may write. Use pull_request.',
    );
  if (!EVENTS.some((known) => known === name))
    return fail(
      `Milepost looks at pull requests: run it on ${EVENTS.join(' or ')}, not on ${name}.`,
    );
  if (text === undefined) return fail('The event file cannot be read.');
  try {
    const read = EventFile.safeParse(JSON.parse(text));
    return read.success ? ok(pullOf(read.data)) : fail('The event file holds no pull request.');
  } catch (error) {
    if (error instanceof SyntaxError) return fail('The event file is no JSON.');
    throw error;
  }
}

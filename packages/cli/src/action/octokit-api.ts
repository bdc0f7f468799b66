import { Octokit } from '@octokit/core';
import { type CheckRun, type GithubApi, statusOf } from './github-api.ts';
import type { Pull } from './pull-event.ts';

export type OctokitOptions = {
  /** `https://api.github.com`, or that of a GitHub Enterprise Server. */
  url: string;
  token: string;
  signal: AbortSignal;
  /** Takes what the client has to say, such as a deprecation. */
  log(line: string): void;
};

const PAGE = 100;
/** GitHub tells of a comparison no more files than this. */
const MOST_COMPARED = 300;
/** Pages we read at most of any list: GitHub ends the list of files at 3,000. */
const MOST_PAGES = 30;
/** GitHub takes no more annotations in one request. */
const MOST_ANNOTATIONS = 50;

const repositoryOf = ({ repository }: Pull): { owner: string; repo: string } => {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
};

async function everyPage<Item>(read: (page: number) => Promise<{ data: Item[] }>): Promise<Item[]> {
  const all: Item[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { data } = await read(page);
    all.push(...data);
    if (data.length < PAGE) break;
  }
  return all;
}

const bothNames = (file: { filename: string; previous_filename?: string }): string[] =>
  file.previous_filename === undefined ? [file.filename] : [file.filename, file.previous_filename];

const compareWith =
  (octokit: Octokit): GithubApi['compare'] =>
  async (pull) => {
    const place = repositoryOf(pull);
    const basehead = `${pull.base.commit}...${pull.head.commit}`;
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
      ...place,
      basehead,
    });
    const compared = data.files ?? [];
    const files =
      compared.length < MOST_COMPARED
        ? compared
        : await everyPage((page) =>
            octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
              ...place,
              pull_number: pull.number,
              per_page: PAGE,
              page,
            }),
          );
    return { mergeBase: data.merge_base_commit.sha, paths: files.flatMap(bothNames) };
  };

const reviewsWith =
  (octokit: Octokit): GithubApi['reviews'] =>
  async (pull) => {
    const reviews = await everyPage((page) =>
      octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
        ...repositoryOf(pull),
        pull_number: pull.number,
        per_page: PAGE,
        page,
      }),
    );
    return reviews.flatMap(({ user, state, commit_id, submitted_at, html_url }) =>
      user && submitted_at
        ? [{ login: user.login, state, commit: commit_id ?? '', at: submitted_at, url: html_url }]
        : [],
    );
  };

const requiredChecksWith =
  (octokit: Octokit): GithubApi['requiredChecks'] =>
  async (pull) => {
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', {
      ...repositoryOf(pull),
      branch: pull.base.branch,
      per_page: PAGE,
    });
    return data.flatMap((rule) =>
      rule.type === 'required_status_checks'
        ? (rule.parameters?.required_status_checks ?? []).map(({ context }) => context)
        : [],
    );
  };

const commentsWith =
  (octokit: Octokit): GithubApi['comments'] =>
  async (pull) => {
    const comments = await everyPage((page) =>
      octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...repositoryOf(pull),
        issue_number: pull.number,
        per_page: PAGE,
        page,
      }),
    );
    return comments.map(({ id, user, body }) => ({
      id: Number(id),
      author: user?.login ?? '',
      body: body ?? '',
    }));
  };

const annotationsOf = ({ annotations }: CheckRun) =>
  annotations.slice(0, MOST_ANNOTATIONS).map(({ path, line, level, title, message }) => ({
    path,
    start_line: line,
    end_line: line,
    annotation_level: level,
    title,
    message,
  }));

const writeCheckWith =
  (octokit: Octokit): GithubApi['writeCheck'] =>
  async (pull, check) => {
    const place = repositoryOf(pull);
    const { name, externalId, conclusion, title, summary } = check;
    const output = { title, summary };
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', {
      ...place,
      ref: pull.head.commit,
      check_name: name,
      filter: 'all',
      per_page: PAGE,
    });
    const known = data.check_runs.find(({ external_id }) => external_id === externalId);
    const said = { name, status: 'completed', conclusion } as const;
    if (known)
      await octokit.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        ...place,
        ...said,
        check_run_id: known.id,
        // GitHub adds annotations to those of before, and the commit is the same: once is enough.
        output,
      });
    else
      await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        ...place,
        ...said,
        output: { ...output, annotations: annotationsOf(check) },
        head_sha: pull.head.commit,
        external_id: externalId,
      });
  };

/** GitHub's REST interface through its own client, whose types are made from GitHub's description of the interface. */
export function octokitApi({ url, token, signal, log }: OctokitOptions): GithubApi {
  const logger = { debug: () => {}, info: () => {}, warn: log, error: log };
  const octokit = new Octokit({ auth: token, baseUrl: url, request: { signal }, log: logger });
  return {
    compare: compareWith(octokit),
    reviews: reviewsWith(octokit),
    requiredChecks: async (pull) => {
      try {
        return await requiredChecksWith(octokit)(pull);
      } catch (error) {
        // Older servers have no rules, and no rule enforces anything there.
        if (statusOf(error) === 404) return [];
        throw error;
      }
    },
    comments: commentsWith(octokit),
    createComment: async (pull, body) => {
      await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...repositoryOf(pull),
        issue_number: pull.number,
        body,
      });
    },
    updateComment: async (pull, id, body) => {
      await octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...repositoryOf(pull),
        comment_id: id,
        body,
      });
    },
    writeCheck: writeCheckWith(octokit),
  };
}

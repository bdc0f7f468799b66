import { ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import type { HostFailure } from '../git-host.ts';
import { ask, type GithubClient, type Needs } from './github-client.ts';
import { lacking, readLimit } from './github-failure.ts';

export type GraphqlError = { type: string; message: string };
type Data = Readonly<Record<string, unknown>>;
export type GraphqlAnswer = { data: Data; errors: readonly GraphqlError[]; headers: Headers };

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toError = (value: unknown): GraphqlError => {
  const { type, message } = isData(value) ? value : {};
  return {
    type: typeof type === 'string' ? type : '',
    message: typeof message === 'string' ? message : '',
  };
};

/** One GraphQL request. Errors come with the answer: which of them are failures the caller knows. */
export const askGraphql = async (
  client: GithubClient,
  query: string,
  variables: Data,
  needs: Needs,
  signal: AbortSignal,
): Promise<Result<GraphqlAnswer, HostFailure>> => {
  const { graphql } = client.address;
  const asked = await ask<unknown>(client, needs, signal, (octokit, parts) =>
    octokit.request({ method: 'POST', url: graphql, query, variables, ...parts }),
  );
  if (!asked.ok) return asked;
  const { data: body, headers } = asked.value;
  if (!isData(body)) return refuse('corrupt-answer', graphql, { detail: 'no GraphQL answer' });
  const errors = Array.isArray(body.errors) ? body.errors.map(toError) : [];
  return ok({ data: isData(body.data) ? body.data : {}, errors, headers });
};

const permissionTypes = new Set(['FORBIDDEN', 'INSUFFICIENT_SCOPES']);

/** The failure an error means, whatever was asked; undefined when that depends on the question. */
export const judgeError = (
  client: GithubClient,
  error: GraphqlError,
  headers: Headers,
  needs: Needs,
): Result<never, HostFailure> | undefined => {
  const answer = { url: client.address.graphql, status: 200, headers, text: '' };
  const limit = error.type === 'RATE_LIMITED' ? 'rate limit' : error.message;
  const retryAfter = readLimit(answer, limit, Date.now());
  if (retryAfter !== undefined)
    return refuse('rate-limited', answer.url, { retryAfter, detail: error.message });
  return permissionTypes.has(error.type) || /not accessible by/i.test(error.message)
    ? lacking('forbidden', answer, needs, error.message)
    : undefined;
};

/** A GraphQL read: any error is a failure; `NOT_FOUND` is a repository we may not see. */
export const readGraphql = async (
  client: GithubClient,
  query: string,
  variables: Data,
  signal: AbortSignal,
): Promise<Result<Data, HostFailure>> => {
  const needs = ['contents=read'];
  const answer = await askGraphql(client, query, variables, needs, signal);
  if (!answer.ok) return answer;
  const { data, errors, headers } = answer.value;
  const [error] = errors;
  if (error === undefined) return ok(data);
  const known = judgeError(client, error, headers, needs);
  if (known !== undefined) return known;
  const answered = { url: client.address.graphql, status: 200 };
  return error.type === 'NOT_FOUND'
    ? lacking('not-found', answered, needs, error.message)
    : refuse('host-error', answered.url, { detail: error.message });
};

import { ok, type Result } from '@milepost/shared/result';
import { refuse } from '../git/git-failure.ts';
import { decodeText } from '../git/join-bytes.ts';
import { blobId, isObjectId, objectId } from '../git/object-id.ts';
import type { HostFailure } from '../git-host.ts';
import { isData, readGraphql } from './ask-graphql.ts';
import { ask, type GithubClient } from './github-client.ts';

/** Blobs per request. GitHub cuts off what takes it longer than ten seconds. */
const batch = 100;

const aliasOf = (index: number): string => `b${index}`;

const queryFor = (ids: readonly string[]): string => {
  const fields = ids.map((id, index) => `${aliasOf(index)}: object(oid: "${id}") { ...text }`);
  return `query ($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { ${fields.join(' ')} }
}
fragment text on Blob { text isTruncated }`;
};

const bytesOf = (content: string): Uint8Array | undefined => {
  try {
    return Uint8Array.from(atob(content.replace(/\s/g, '')), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** One blob whole, for what GraphQL cuts or does not show as text. */
const readOne = async (
  client: GithubClient,
  id: string,
  signal: AbortSignal,
): Promise<Result<string, HostFailure>> => {
  const { owner, name, rest } = client.address;
  const asked = await ask<unknown>(client, ['contents=read'], signal, (octokit, parts) =>
    octokit.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
      owner,
      repo: name,
      file_sha: id,
      ...parts,
    }),
  );
  if (!asked.ok) return asked;
  const content = isData(asked.value.data) ? asked.value.data.content : undefined;
  const body = typeof content === 'string' ? bytesOf(content) : undefined;
  return body !== undefined && (await objectId({ type: 'blob', body })) === id
    ? ok(decodeText(body))
    : refuse('corrupt-answer', rest, { detail: `blob ${id}` });
};

/** The text when it is what the id says; else undefined: cut, binary, or changed on the way into JSON. */
const wholeText = async (value: unknown, id: string): Promise<string | undefined> => {
  const { text, isTruncated } = isData(value) ? value : {};
  if (typeof text !== 'string' || isTruncated !== false) return undefined;
  return (await blobId(text)) === id ? text : undefined;
};

const readBatch = async (
  client: GithubClient,
  ids: readonly string[],
  into: Map<string, string>,
  signal: AbortSignal,
): Promise<Result<void, HostFailure>> => {
  const { owner, name, graphql } = client.address;
  const read = await readGraphql(client, queryFor(ids), { owner, name }, signal);
  if (!read.ok) return read;
  const { repository } = read.value;
  if (!isData(repository)) return refuse('corrupt-answer', graphql, { detail: 'no repository' });
  for (const [index, id] of ids.entries()) {
    const known = await wholeText(repository[aliasOf(index)], id);
    const text = known === undefined ? await readOne(client, id, signal) : ok(known);
    if (!text.ok) return text;
    into.set(id, text.value);
  }
  return ok(undefined);
};

/** Texts of blobs by id in GraphQL batches; each is hashed, and read again by REST when it is not what its id says. */
export const readGithubBlobs = async (
  client: GithubClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>, HostFailure>> => {
  const { rest } = client.address;
  if (signal.aborted) return refuse('cancelled', rest);
  const wanted = [...new Set(ids)];
  const odd = wanted.find((id) => !isObjectId(id));
  if (odd !== undefined) return refuse('corrupt-answer', rest, { detail: `no blob ${odd}` });
  const texts = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += batch) {
    const done = await readBatch(client, wanted.slice(at, at + batch), texts, signal);
    if (!done.ok) return done;
  }
  return ok(texts);
};

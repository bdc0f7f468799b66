import { schema as github } from '@octokit/graphql-schema';
import {
  buildSchema,
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { CommitWish, GithubObject, GithubObjects } from './github-objects.ts';

let built: GraphQLSchema | undefined;
/** GitHub's own schema, built once: a query or an answer that does not fit it is an error. */
const officialSchema = (): GraphQLSchema => {
  built ??= buildSchema(github.idl, { assumeValid: true });
  return built;
};

const documents = new Map<string, DocumentNode>();
/** Validated once: on a schema of this size that takes longer than the answer. */
const readQuery = (query: string): DocumentNode | readonly GraphQLError[] => {
  const known = documents.get(query);
  if (known !== undefined) return known;
  const document = parse(query);
  const errors = validate(officialSchema(), document);
  if (errors.length > 0) return errors;
  documents.set(query, document);
  return document;
};

const refuse = (type: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { type } });

const longestText = 512 * 1000;

const toBlob = ({ id, body }: GithubObject) => {
  const isBinary = body.includes(0);
  return {
    __typename: 'Blob',
    oid: id,
    isBinary,
    byteSize: body.length,
    isTruncated: body.length > longestText,
    text: isBinary ? null : body.subarray(0, longestText).toString('utf8'),
  };
};

const toNode = (object: GithubObject | undefined) => {
  if (object === undefined) return null;
  if (object.type === 'blob') return toBlob(object);
  return { __typename: object.type === 'tree' ? 'Tree' : 'Commit', oid: object.id };
};

const repositoryOf = (objects: GithubObjects, owner: string, name: string) => {
  if (`${owner}/${name}` !== objects.repository)
    throw refuse(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${owner}/${name}'.`,
    );
  return {
    object: async ({ oid, expression }: { oid?: string; expression?: string }) =>
      toNode(await objects.find(oid ?? expression ?? '')),
  };
};

type Input = {
  branch: { repositoryNameWithOwner: string; branchName: string };
  expectedHeadOid: string;
  message: { headline: string; body?: string };
  fileChanges?: {
    additions?: { path: string; contents: string }[];
    deletions?: { path: string }[];
  };
};

const toWish = ({ branch, expectedHeadOid, message, fileChanges }: Input): CommitWish => ({
  branch: branch.branchName,
  parent: expectedHeadOid,
  message: [message.headline, ...(message.body ? [message.body] : [])].join('\n\n'),
  additions: (fileChanges?.additions ?? []).map(({ path, contents }) => ({
    path,
    contents: Buffer.from(contents, 'base64'),
  })),
  deletions: (fileChanges?.deletions ?? []).map(({ path }) => path),
});

const commitOnBranch = async (objects: GithubObjects, input: Input) => {
  const { branch, expectedHeadOid } = input;
  if (branch.repositoryNameWithOwner !== objects.repository)
    throw refuse('NOT_FOUND', 'Could not resolve to a Repository.');
  if ((await objects.head(branch.branchName)) === undefined)
    throw refuse('NOT_FOUND', `Branch ${branch.branchName} was not found.`);
  const made = await objects.commit(toWish(input)).catch((error: unknown) => {
    throw refuse('UNPROCESSABLE', String(error));
  });
  const moved = `Expected branch to point to "${expectedHeadOid}" but it did not. Pull and try again.`;
  if (made === 'moved') throw refuse('STALE_DATA', moved);
  return { commit: { __typename: 'Commit', oid: made } };
};

// GitHub has the type of an error beside its message, not in `extensions`.
const toErrors = (errors: readonly GraphQLError[]) =>
  errors.map(({ message, path, extensions }) => ({
    ...(extensions.type === undefined ? {} : { type: extensions.type }),
    ...(path === undefined ? {} : { path }),
    message,
  }));

/** A stand-in for GitHub's GraphQL: executed by graphql-js on GitHub's official schema, answered from real objects. */
export const answerGraphql = async (objects: GithubObjects, body: unknown): Promise<unknown> => {
  const { query, variables } = body as { query: string; variables?: Record<string, unknown> };
  const document = readQuery(query);
  if (!('kind' in document)) return { errors: toErrors(document) };
  const result = await execute({
    schema: officialSchema(),
    document,
    variableValues: variables,
    rootValue: {
      repository: ({ owner, name }: { owner: string; name: string }) =>
        repositoryOf(objects, owner, name),
      createCommitOnBranch: ({ input }: { input: Input }) => commitOnBranch(objects, input),
    },
  });
  const { data = null, errors } = result;
  return errors === undefined ? { data } : { data, errors: toErrors(errors) };
};

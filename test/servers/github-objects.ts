/** One Git object as GitHub's API knows it. */
export type GithubObject = { type: 'blob' | 'tree' | 'commit'; id: string; body: Buffer };

/** What `createCommitOnBranch` asks for, contents decoded. */
export type CommitWish = {
  branch: string;
  parent: string;
  message: string;
  additions: readonly { path: string; contents: Buffer }[];
  deletions: readonly string[];
};

/** A repository behind a stand-in for GitHub's GraphQL: real objects, wherever they are kept. */
export type GithubObjects = {
  /** `owner/name`. */
  repository: string;
  /** By id, or by `commit:path` as git rev-parse reads it. */
  find(name: string): Promise<GithubObject | undefined>;
  /** The id of a branch's head. */
  head(branch: string): Promise<string | undefined>;
  /** `moved`: the branch is not at `parent`. A path to remove that is not there is thrown as an error. */
  commit(wish: CommitWish): Promise<string | 'moved'>;
};

import * as vscode from 'vscode';

/** The few things we ask Git for. Everything may be unknown: web hosts have no Git extension (rulings D1). */
export type Git = {
  /** Short name of the branch checked out where `uri` lies. */
  branch(uri: vscode.Uri): string | undefined;
  /** `owner/name` of the remote, when its address has that shape. */
  repository(uri: vscode.Uri): string | undefined;
  /** Where the repository of `uri` begins, as a comparable text. */
  root(uri: vscode.Uri): string | undefined;
  /** Path of `uri` below its repository, `/` separated. */
  pathInRepository(uri: vscode.Uri): string | undefined;
  /** `user.name` and `user.email` as this repository sees them. */
  author(uri: vscode.Uri): Promise<{ name?: string; email?: string }>;
  stage(uris: readonly vscode.Uri[]): Promise<void>;
  onDidChange(listener: () => void): vscode.Disposable;
};

/** The part of the built-in Git extension's API that we use. */
type Repository = {
  rootUri: vscode.Uri;
  state: {
    HEAD?: { name?: string };
    remotes: { name: string; fetchUrl?: string }[];
    onDidChange: vscode.Event<void>;
  };
  getConfig(key: string): Promise<string>;
  add(paths: string[]): Promise<void>;
};
type GitApi = {
  repositories: Repository[];
  getRepository(uri: vscode.Uri): Repository | null;
  onDidOpenRepository: vscode.Event<Repository>;
  onDidCloseRepository: vscode.Event<Repository>;
};
type GitExtension = { enabled: boolean; getAPI(version: 1): GitApi };

/** `owner/name` at the end of an https or ssh address, whatever the host. */
export function repositoryName(url: string): string | undefined {
  const found = /^(?:\w+:\/\/[^/]+\/|[^/@]+@[^:/]+:)(.+?)(?:\.git)?\/?$/.exec(url)?.[1];
  return found !== undefined && found.split('/').length === 2 ? found : undefined;
}

async function readConfig(repository: Repository, key: string): Promise<string | undefined> {
  try {
    return (await repository.getConfig(key)) || undefined;
  } catch {
    // Git answers an unset key with an error; not set is not a failure.
    return undefined;
  }
}

const ask = (api: GitApi): Git => ({
  branch: (uri) => api.getRepository(uri)?.state.HEAD?.name,
  repository(uri) {
    const remotes = api.getRepository(uri)?.state.remotes ?? [];
    const remote = remotes.find(({ name }) => name === 'origin') ?? remotes[0];
    return remote?.fetchUrl === undefined ? undefined : repositoryName(remote.fetchUrl);
  },
  root: (uri) => api.getRepository(uri)?.rootUri.toString(),
  pathInRepository(uri) {
    const root = api.getRepository(uri)?.rootUri.path;
    return root !== undefined && uri.path.startsWith(`${root}/`)
      ? uri.path.slice(root.length + 1)
      : undefined;
  },
  async author(uri) {
    const repository = api.getRepository(uri);
    if (!repository) return {};
    const name = await readConfig(repository, 'user.name');
    const email = await readConfig(repository, 'user.email');
    return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
  },
  async stage(uris) {
    for (const uri of uris) await api.getRepository(uri)?.add([uri.fsPath]);
  },
  onDidChange(listener) {
    const parts: vscode.Disposable[] = [];
    const follow = (repository: Repository) => parts.push(repository.state.onDidChange(listener));
    api.repositories.forEach(follow);
    parts.push(
      api.onDidOpenRepository((repository) => {
        follow(repository);
        listener();
      }),
      api.onDidCloseRepository(listener),
    );
    return new vscode.Disposable(() => {
      for (const part of parts) part.dispose();
    });
  },
});

/** Where there is no Git extension: nothing is known and nothing is staged. */
export const noGit: Git = {
  branch: () => undefined,
  repository: () => undefined,
  root: () => undefined,
  pathInRepository: () => undefined,
  author: async () => ({}),
  stage: async () => undefined,
  onDidChange: () => new vscode.Disposable(() => undefined),
};

/** Git through the built-in extension, or `noGit` where that is missing or switched off. */
export async function connectGit(): Promise<Git> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return noGit;
  const git = extension.isActive ? extension.exports : await extension.activate();
  return git.enabled ? ask(git.getAPI(1)) : noGit;
}

/** Asking for a session may wait for a sign-in service that is not there. */
const SESSION_WAIT_MS = 1500;

/** Login of a GitHub session the person already granted; never asks for one, and does not wait for long. */
export async function githubLogin(): Promise<string | undefined> {
  const late = new Promise<undefined>((resolve) =>
    setTimeout(() => resolve(undefined), SESSION_WAIT_MS),
  );
  const session = await Promise.race([
    vscode.authentication.getSession('github', ['user:email'], { silent: true }),
    late,
  ]);
  return session?.account.label;
}

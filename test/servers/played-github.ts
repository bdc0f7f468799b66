import { execFileSync, spawnSync } from 'node:child_process';
import { createSign } from 'node:crypto';
import { createEmulator, type Emulator } from 'emulate';
import { runGit } from './run-git.ts';

const REPOSITORY = '/repos/acme/pay';
const FIRST = 1_767_700_000;

export type Proposed = { number: number; branch: string; head: string; base: string };
export type NewCommit = {
  branch: string;
  /** Any revision. */
  from: string;
  /** By path from the root; undefined takes the file away. */
  files: Readonly<Record<string, string | undefined>>;
};

const json = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * A played GitHub (the `emulate` package) whose repository `acme/pay` has the very commits of a real bare repository:
 * what the Action reads by Git and what it asks by REST are one history.
 */
export class PlayedGithub {
  readonly #emulator: Emulator;
  readonly #bare: string;
  readonly #texts = new Map<string, string>();
  /** Every commit is a second later: two of the same content are two. */
  #time = FIRST;

  constructor(emulator: Emulator, bare: string) {
    this.#emulator = emulator;
    this.#bare = bare;
  }

  get url(): string {
    return this.#emulator.url;
  }

  async call<Answer>(
    method: string,
    path: string,
    body?: unknown,
    token = 'token-of-acme',
  ): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as Answer;
  }

  in<Answer>(method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
    return this.call(method, `${REPOSITORY}${path}`, body, token);
  }

  /** A token of the app `github-actions` with these permissions alone, as a job has it. */
  async tokenWith(permissions: Readonly<Record<string, 'read' | 'write'>>): Promise<string> {
    const key = this.#emulator.generatedSecrets[0]?.value ?? '';
    const now = Math.floor(Date.now() / 1000);
    const claims = { iat: now - 60, exp: now + 300, iss: 15_368 };
    const unsigned = `${json({ alg: 'RS256', typ: 'JWT' })}.${json(claims)}`;
    const signature = createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url');
    const path = '/app/installations/7/access_tokens';
    const jwt = `${unsigned}.${signature}`;
    return (await this.call<{ token: string }>('POST', path, { permissions }, jwt)).token;
  }

  /** Gives GitHub a commit of the repository; fails when it would get another id there. */
  async mirror(commit: string): Promise<void> {
    const rows = runGit(this.#bare, 'ls-tree', '-r', commit)
      .split('\n')
      .map((row) => row.split(/[ \t]/));
    this.#readBlobs(rows.map(([, , sha = '']) => sha));
    const tree = rows.map(([mode, type, sha = '', path]) => ({
      mode,
      type,
      path,
      content: this.#texts.get(sha) ?? '',
    }));
    const { sha } = await this.in<{ sha: string }>('POST', '/git/trees', { tree });
    const [time = '', parents = '', ...message] = runGit(
      this.#bare,
      'show',
      '-s',
      '--format=%at%n%P%n%B',
      commit,
    ).split('\n');
    const author = {
      name: 'Ann Test',
      email: 'ann@acme.example',
      date: new Date(Number(time) * 1000).toISOString(),
    };
    const made = await this.in<{ sha: string }>('POST', '/git/commits', {
      tree: sha,
      parents: parents.split(' ').filter(Boolean),
      message: `${message.join('\n')}\n`,
      author,
    });
    if (made.sha !== commit) throw new Error(`${commit} became ${made.sha}`);
  }

  /** One git for all of them: a process each would block the played server for seconds. */
  #readBlobs(ids: readonly string[]): void {
    const wanted = ids.filter((id) => !this.#texts.has(id));
    const input = wanted.map((id) => `${id}\n`).join('');
    const all = execFileSync('git', ['-C', this.#bare, 'cat-file', '--batch'], { input });
    let at = 0;
    for (const id of wanted) {
      const end = all.indexOf(10, at);
      const size = Number(all.toString('utf8', at, end).split(' ')[2]);
      this.#texts.set(id, all.toString('utf8', end + 1, end + 1 + size));
      at = end + 2 + size;
    }
  }

  /** A commit in both repositories; its branch is made or moved. */
  async commit({ branch, from, files }: NewCommit): Promise<string> {
    this.#time += 1;
    const known = runGit(this.#bare, 'branch', '--list', branch) !== '';
    const message = 'Change\n';
    const lines = [
      `commit refs/heads/${branch}\ncommitter Ann Test <ann@acme.example> ${this.#time} +0000\n`,
      `data ${message.length}\n${message}\nfrom ${runGit(this.#bare, 'rev-parse', from)}\n`,
      ...Object.entries(files).map(([path, text]) =>
        text === undefined
          ? `D ${path}\n`
          : `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
      ),
    ];
    const input = lines.join('');
    const done = spawnSync('git', ['-C', this.#bare, 'fast-import', '--quiet'], { input });
    if (done.status !== 0) throw new Error(String(done.stderr));
    const head = runGit(this.#bare, 'rev-parse', branch);
    await this.mirror(head);
    if (known) await this.in('PATCH', `/git/refs/heads/${branch}`, { sha: head, force: true });
    else await this.in('POST', '/git/refs', { ref: `refs/heads/${branch}`, sha: head });
    return head;
  }

  read(path: string, at = 'main'): string {
    const id = runGit(this.#bare, 'rev-parse', `${at}:${path}`);
    this.#readBlobs([id]);
    return this.#texts.get(id) ?? '';
  }

  /** Opens a pull request of a branch that `commit` made. */
  async open(branch: string, title: string, body = ''): Promise<Proposed> {
    const asked = { title, body, head: branch, base: 'main' };
    const { number } = await this.in<{ number: number }>('POST', '/pulls', asked);
    const [head, base] = [branch, 'main'].map((name) => runGit(this.#bare, 'rev-parse', name));
    return { number, branch, head: head ?? '', base: base ?? '' };
  }

  close(): Promise<void> {
    return this.#emulator.close();
  }
}

/** Starts it with the commits of `main`. `people` are logins that may review, each by `token-of-<login>`. */
export async function playGithub(bare: string, people: readonly string[]): Promise<PlayedGithub> {
  const logins = ['acme', ...people];
  const app = {
    app_id: 15_368,
    slug: 'github-actions',
    name: 'GitHub Actions',
    permissions: { contents: 'write', pull_requests: 'write', issues: 'write', checks: 'write' },
    installations: [{ installation_id: 7, account: 'acme' }],
  };
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: Object.fromEntries(logins.map((login) => [`token-of-${login}`, { login }])),
      github: {
        users: logins.map((login) => ({ login })),
        repos: [{ owner: 'acme', name: 'pay', auto_init: true, private: true }],
        apps: [app],
      },
    },
  });
  const played = new PlayedGithub(emulator, bare);
  for (const login of people)
    await played.in('PUT', `/collaborators/${login}`, { permission: 'push' });
  const head = runGit(bare, 'rev-parse', 'main');
  await played.mirror(head);
  await played.in('PATCH', '/git/refs/heads/main', { sha: head, force: true });
  return played;
}

import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CommitWish, GithubObject, GithubObjects } from './github-objects.ts';

const identity = {
  GIT_AUTHOR_NAME: 'Octo Cat',
  GIT_AUTHOR_EMAIL: 'octo@example.org',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@example.org',
};

type Run = (args: readonly string[], input?: Buffer | string) => Buffer;

const runIn =
  (dir: string, index: string): Run =>
  (args, input) =>
    execFileSync('git', ['-C', dir, ...args], {
      input: input ?? '',
      env: { ...process.env, ...identity, GIT_INDEX_FILE: index },
      maxBuffer: 64e6,
      stdio: ['pipe', 'pipe', 'pipe'],
    });

const findObject = (dir: string, name: string): GithubObject | undefined => {
  const asked = spawnSync('git', ['-C', dir, 'cat-file', '--batch'], {
    input: `${name}\n`,
    maxBuffer: 64e6,
  });
  const end = asked.stdout.indexOf(10);
  const [id = '', type = '', size = ''] = asked.stdout.subarray(0, end).toString().split(' ');
  if (type !== 'blob' && type !== 'tree' && type !== 'commit') return undefined;
  return { id, type, body: asked.stdout.subarray(end + 1, end + 1 + Number(size)) };
};

const buildTree = (run: Run, wish: CommitWish): string => {
  run(['read-tree', wish.parent]);
  for (const path of wish.deletions)
    if (run(['ls-files', '-s', '--', path]).length === 0)
      throw new Error(`A path was requested for deletion which does not exist: ${path}`);
  const zero = '0'.repeat(40);
  const lines = wish.deletions.map((path) => `0 ${zero}\t${path}\n`);
  for (const { path, contents } of wish.additions) {
    const blob = run(['hash-object', '-w', '--stdin'], contents).toString().trim();
    lines.push(`100644 ${blob}\t${path}\n`);
  }
  run(['update-index', '--index-info'], lines.join(''));
  return run(['write-tree']).toString().trim();
};

const makeCommit = (dir: string, wish: CommitWish): string | 'moved' => {
  const index = join(dir, `api-index-${process.pid}`);
  const run = runIn(dir, index);
  const ref = `refs/heads/${wish.branch}`;
  try {
    if (findObject(dir, ref)?.id !== wish.parent) return 'moved';
    const tree = buildTree(run, wish);
    const id = run(['commit-tree', tree, '-p', wish.parent], wish.message).toString().trim();
    run(['update-ref', ref, id, wish.parent]);
    return id;
  } finally {
    rmSync(index, { force: true });
  }
};

/** The objects of a bare repository, read and written by the git command line. */
export const bareObjects = (dir: string, repository: string): GithubObjects => ({
  repository,
  find: async (name) => findObject(dir, name),
  head: async (branch) => findObject(dir, `refs/heads/${branch}`)?.id,
  commit: async (wish) => makeCommit(dir, wish),
});

import { execFile } from 'node:child_process';
import { relative } from 'node:path';
import { promisify } from 'node:util';
import type { Program, ProgramFile } from '@milepost/shared/program/program';
import { readProgram } from '@milepost/shared/program/read-program';
import { fail, ok, type Result } from '@milepost/shared/result';
import type { CannotRead, Commit, History } from '../command.ts';

const execute = promisify(execFile);

const MOST = 512 * 1024 * 1024;

async function git(directory: string, args: readonly string[]): Promise<Result<string, string>> {
  try {
    const { stdout } = await execute('git', ['-C', directory, ...args], { maxBuffer: MOST });
    return ok(stdout);
  } catch (error) {
    if (error instanceof Error && 'stderr' in error)
      return fail(String(error.stderr).trim() || error.message);
    throw error;
  }
}

const noRevision = (revision: string, detail: string): CannotRead => ({
  code: 3,
  message: `Revision ${revision} cannot be read: ${detail.split('\n')[0] ?? ''}`,
  next: 'Fetch it first; in a shallow clone run git fetch --unshallow.',
});

/** A revision starts with neither `-` (it would be read as an option) nor holds a colon (a path). */
const isRevision = (text: string): boolean => /^[^-:][^:]*$/.test(text);

async function textsAt(
  directory: string,
  revision: string,
): Promise<Result<ProgramFile[], CannotRead>> {
  const top = await git(directory, ['rev-parse', '--show-toplevel']);
  if (!top.ok || !isRevision(revision)) return fail(noRevision(revision, top.ok ? '' : top.error));
  const root = top.value.trim();
  const folder = relative(root, directory).replaceAll('\\', '/') || '.';
  const listed = await git(root, ['ls-tree', '-r', '-z', revision, '--', folder]);
  if (!listed.ok) return fail(noRevision(revision, listed.error));
  const rows = listed.value.split('\0').flatMap((row) => {
    const [, mode, blob, path] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(row) ?? [];
    return mode?.startsWith('100') && blob && path?.endsWith('.yaml') ? [{ blob, path }] : [];
  });
  return ok(await readBlobs(root, folder, rows));
}

async function readBlobs(
  root: string,
  folder: string,
  rows: readonly { blob: string; path: string }[],
): Promise<ProgramFile[]> {
  const below = folder === '.' ? 0 : folder.length + 1;
  const child = execFile('git', ['-C', root, 'cat-file', '--batch'], {
    encoding: 'buffer',
    maxBuffer: MOST,
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stdin?.end(rows.map(({ blob }) => `${blob}\n`).join(''));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  return splitBatch(Buffer.concat(chunks), rows, below);
}

/** `cat-file --batch` answers `<id> blob <size>\n<content>\n` for each line it was given, in order. */
function splitBatch(
  all: Buffer,
  rows: readonly { blob: string; path: string }[],
  below: number,
): ProgramFile[] {
  let at = 0;
  return rows.map(({ blob, path }) => {
    const end = all.indexOf(10, at);
    const size = Number(all.toString('utf8', at, end).split(' ')[2]);
    const text = all.toString('utf8', end + 1, end + 1 + size);
    at = end + 2 + size;
    return { path: path.slice(below), text, blob };
  });
}

async function programAt(
  directory: string,
  revision: string,
): Promise<Result<Program, CannotRead>> {
  const texts = await textsAt(directory, revision);
  return texts.ok ? ok(readProgram(texts.value)) : texts;
}

async function changedPaths(directory: string, revision: string): Promise<string[]> {
  const differ = await git(directory, ['diff', '--name-only', '-z', revision, '--']);
  return differ.ok ? differ.value.split('\0').filter(Boolean) : [];
}

async function commit(directory: string, revision: string): Promise<Commit | undefined> {
  if (!isRevision(revision)) return undefined;
  const found = await git(directory, ['log', '-1', '--format=%H %cI', revision, '--']);
  const [id, at] = found.ok ? found.value.trim().split(' ') : [];
  if (id === undefined || at === undefined) return undefined;
  const changed = await git(directory, ['status', '--porcelain', '--', '.']);
  return { id, at, uncommitted: changed.ok && changed.value.trim() !== '' };
}

const REMOTE = /[/:]([^/:]+\/[^/]+?)(\.git)?\/?$/;

/** The Git repository around a program, read through the `git` command. */
export const gitHistory: History = {
  programAt,
  changedPaths,
  commit,
  mergeBase: async (directory, revision) => {
    const base = isRevision(revision)
      ? await git(directory, ['merge-base', revision, 'HEAD'])
      : fail('not a revision');
    return base.ok ? ok(base.value.trim()) : fail(noRevision(revision, base.error));
  },
  branch: async (directory) => {
    const branch = await git(directory, ['branch', '--show-current']);
    return branch.ok ? branch.value.trim() || undefined : undefined;
  },
  repository: async (directory) => {
    const remote = await git(directory, ['remote', 'get-url', 'origin']);
    return remote.ok ? REMOTE.exec(remote.value.trim())?.[1] : undefined;
  },
};

/** Name and e-mail from the Git configuration that holds for the folder. */
export async function gitIdentity(directory: string): Promise<{ name?: string; email?: string }> {
  const [name, email] = await Promise.all(
    ['user.name', 'user.email'].map((key) => git(directory, ['config', key])),
  );
  return {
    ...(name?.ok && { name: name.value.trim() }),
    ...(email?.ok && { email: email.value.trim() }),
  };
}

import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileChange } from '@milepost/shared/program/program';

type File = { path: string; text: string };

const identity = ['-c', 'user.name=Second', '-c', 'user.email=second@example.org'];

/** A bare repository for one test, written to by the git command line as the second person. */
export class BareRepository {
  readonly root = mkdtempSync(join(tmpdir(), 'milepost-git-'));
  readonly name = 'program.git';
  readonly dir = join(this.root, this.name);
  readonly #work = join(this.root, 'work');
  readonly folder: string;

  constructor(files: readonly File[], folder = '', around: readonly File[] = []) {
    this.folder = folder;
    this.#run('init', '-q', '--bare', '-b', 'main', this.dir);
    const settings =
      '[http]\nreceivepack = true\n[uploadpack]\nallowFilter = true\n[receive]\nfsckObjects = true\n';
    appendFileSync(join(this.dir, 'config'), settings);
    this.#run('clone', '-q', this.dir, this.#work);
    const prefix = folder === '' ? '' : `${folder}/`;
    for (const { path, text } of files) this.#write(`${prefix}${path}`, text);
    for (const { path, text } of around) this.#write(path, text);
    this.#inWork('add', '-A');
    this.#inWork('commit', '-q', '-m', 'Start');
    this.#inWork('push', '-q', 'origin', 'HEAD:main');
  }

  #run(...args: string[]): void {
    execFileSync('git', args, { stdio: ['ignore', 'ignore', 'ignore'] });
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.dir, ...args], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  #inWork(...args: string[]): string {
    return execFileSync('git', ['-C', this.#work, ...identity, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  #write(path: string, text: string): void {
    const full = join(this.#work, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }

  /** Commits below the program folder as somebody else; gives the new head. */
  async commit(changes: readonly FileChange[], branch = 'main'): Promise<string> {
    this.#inWork('fetch', '-q', 'origin', branch);
    this.#inWork('reset', '-q', '--hard', 'FETCH_HEAD');
    for (const { path, text } of changes) {
      const full = this.folder === '' ? path : `${this.folder}/${path}`;
      if (text === undefined) rmSync(join(this.#work, full));
      else this.#write(full, text);
    }
    this.#inWork('add', '-A');
    this.#inWork('commit', '-q', '-m', 'Theirs');
    this.#inWork('push', '-q', 'origin', `HEAD:${branch}`);
    return this.git('rev-parse', branch).trim();
  }

  /** Paths and texts below the program folder at the head, as the git command line reads them. */
  async read(branch = 'main'): Promise<ReadonlyMap<string, string>> {
    const listed = this.git('ls-tree', '-r', '-z', '--full-tree', branch, '--', this.folder || '.');
    const files = new Map<string, string>();
    const prefix = this.folder === '' ? 0 : this.folder.length + 1;
    for (const line of listed.split('\0').filter((text) => text !== '')) {
      const [facts = '', path = ''] = line.split('\t');
      const [, , blob = ''] = facts.split(' ');
      files.set(path.slice(prefix), this.git('cat-file', 'blob', blob));
    }
    return files;
  }

  /** Installs a server-side hook, a shell script. */
  hook(name: string, script: string): void {
    const path = join(this.dir, 'hooks', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

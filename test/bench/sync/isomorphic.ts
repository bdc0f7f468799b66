import fs from 'node:fs';
import { join } from 'node:path';
import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { changedRecord, type Peer, type Place, type Texts } from './peer.ts';

type Blob = { path: string; id: string };
type Entry = Awaited<ReturnType<typeof git.readTree>>['tree'][number];
type Repository = { fs: typeof fs; dir: string; cache: object };

const author = { name: 'Ada', email: 'ada@example.org' };
const remoteMain = 'refs/remotes/origin/main';

const listBlobs = async (repo: Repository, oid: string, prefix: string): Promise<Blob[]> => {
  const { tree } = await git.readTree({ ...repo, oid });
  const found: Blob[] = [];
  for (const entry of tree) {
    const path = `${prefix}${entry.path}`;
    if (entry.type === 'blob') found.push({ path, id: entry.oid });
    if (entry.type === 'tree') found.push(...(await listBlobs(repo, entry.oid, `${path}/`)));
  }
  return found;
};

const readText = async (repo: Repository, oid: string): Promise<string> => {
  const { blob } = await git.readBlob({ ...repo, oid });
  return Buffer.from(blob).toString('utf8');
};

/** Texts below the folder at a commit; those held from before are not read again. */
const readTexts = async (
  repo: Repository,
  commit: string,
  folder: readonly string[],
  held: Map<string, string>,
): Promise<Texts> => {
  let oid = commit;
  for (const name of folder) {
    const { tree } = await git.readTree({ ...repo, oid });
    oid = tree.find(({ path }) => path === name)?.oid ?? '';
  }
  const texts = new Map<string, string>();
  for (const { path, id } of await listBlobs(repo, oid, '')) {
    const text = held.get(id) ?? (await readText(repo, id));
    held.set(id, text);
    texts.set(path, text);
  }
  return texts;
};

/** The tree `oid` with the blob at the path replaced. */
const withBlob = async (
  repo: Repository,
  oid: string,
  [name, ...below]: readonly string[],
  blob: string,
): Promise<string> => {
  const { tree } = await git.readTree({ ...repo, oid });
  const swap = async (entry: Entry): Promise<Entry> => {
    if (entry.path !== name) return entry;
    const inner = below.length === 0 ? blob : await withBlob(repo, entry.oid, below, blob);
    return { ...entry, oid: inner };
  };
  return git.writeTree({ ...repo, tree: await Promise.all(tree.map(swap)) });
};

/**
 * isomorphic-git as a client that needs texts and no working copy would use it: clone without checkout, later fetches
 * without `depth` (with it everything comes again), blobs read by id, commits made of trees.
 */
export const isomorphicPeer = ({ url, folder, home }: Place): Peer => {
  const repo = { fs, dir: join(home, 'work'), cache: {} };
  const held = new Map<string, string>();
  const parts = folder === '' ? [] : folder.split('/');
  const textsAt = (commit: string) => readTexts(repo, commit, parts, held);
  const pull = async (): Promise<Texts> => {
    const options = { ...repo, http, ref: 'main', singleBranch: true, tags: false };
    const { fetchHead } = await git.fetch(options);
    return textsAt(fetchHead ?? '');
  };
  return {
    first: async () => {
      const least = { singleBranch: true, noTags: true, noCheckout: true, depth: 1 };
      await git.clone({ ...repo, http, url, ref: 'main', ...least });
      return textsAt(await git.resolveRef({ ...repo, ref: remoteMain }));
    },
    poll: pull,
    pull,
    push: async (word) => {
      const parent = await git.resolveRef({ ...repo, ref: remoteMain });
      const text = `${(await textsAt(parent)).get(changedRecord)}note: ${word}\n`;
      const blob = await git.writeBlob({ ...repo, blob: Buffer.from(text) });
      const tree = await withBlob(repo, parent, [...parts, ...changedRecord.split('/')], blob);
      const commit = { message: 'Change', author, tree, parent: [parent], ref: 'refs/heads/main' };
      const made = await git.commit({ ...repo, ...commit });
      await git.push({ ...repo, http, url, ref: 'main', remoteRef: 'main' });
      return textsAt(made);
    },
  };
};

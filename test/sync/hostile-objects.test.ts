import { encodeText, joinBytes } from '@milepost/store/git/join-bytes';
import { fromHex, type GitObject, objectId, sha1 } from '@milepost/store/git/object-id';
import { buildTree, makeEntry, type TreeEntry } from '@milepost/store/git/tree';
import { writePack } from '@milepost/store/git/write-pack';
import { deflate } from 'pako';
import { afterEach, expect, test } from 'vitest';
import { connect, mainAt, playHost, readTree } from './hostile-host.ts';

const never = new AbortController().signal;
const someId = 'a'.repeat(40);
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const commitOn = (tree: string): GitObject => ({
  type: 'commit',
  body: encodeText(`tree ${tree}\nauthor A <a> 0 +0000\ncommitter A <a> 0 +0000\n\nx\n`),
});

const treeOf = (...entries: TreeEntry[]): GitObject => ({ type: 'tree', body: buildTree(entries) });

/** A server whose branch is a commit on `root`, and that always sends all of `objects` with it. */
const serve = async (root: GitObject, objects: readonly GitObject[] = []) => {
  const commit = commitOn(await objectId(root));
  const pack = await writePack([commit, root, ...objects]);
  const played = await playHost({ refs: mainAt(await objectId(commit)), pack: () => pack });
  ends.push(played.close);
  return played;
};

/** A server whose branch is at `head` and that answers every fetch with these raw pack entries. */
const serveEntries = async (head: string, entries: readonly Uint8Array[]) => {
  const start = joinBytes([encodeText('PACK'), Uint8Array.from([0, 0, 0, 2]), new Uint8Array(4)]);
  new DataView(start.buffer).setUint32(8, entries.length);
  const body = joinBytes([start, ...entries]);
  const pack = joinBytes([body, await sha1(body)]);
  const played = await playHost({ refs: mainAt(head), pack: () => pack });
  ends.push(played.close);
  return played;
};

const varint = (value: number): number[] => {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest & 127) | 128);
  }
};

const entry = (type: number, size: number, data: Uint8Array, base = new Uint8Array()) => {
  const [low, rest] = [size & 15, Math.floor(size / 16)];
  const head = rest === 0 ? [(type << 4) | low] : [(type << 4) | low | 128, ...varint(rest)];
  return joinBytes([Uint8Array.from(head), base, data]);
};

test('names that climb, hide or mean something to Git or a file system are no paths', async () => {
  const names = [
    '..',
    '.',
    '.git',
    '.GIT',
    '.git.',
    'git~1',
    '.g\u200cit',
    'a/b',
    'a\\b',
    'c:x',
    '',
  ];
  const bad = names.map((name) => makeEntry('100644', name, someId));
  const folder = treeOf(makeEntry('100644', 'program.yaml', someId));
  const folders = ['..', '.git', 'a/..'].map((name) => makeEntry('40000', name, someId));
  const { url } = await serve(treeOf(...bad, ...folders, ...[makeEntry('100644', 'ok', someId)]), [
    folder,
  ]);
  expect(await readTree(connect(url))).toBe('ok');
});

test('a name with a NUL breaks its tree, and nothing of it is taken', async () => {
  const { url } = await serve(treeOf(makeEntry('100644', 'a\0b', someId)));
  expect(await readTree(connect(url))).toBe('corrupt-answer');
});

test('links and submodules are no records, no folders, and nothing is written through them', async () => {
  const root = treeOf(
    makeEntry('120000', 'link.yaml', someId),
    makeEntry('160000', 'module', someId),
    makeEntry('120000', 'program', someId),
    makeEntry('100644', 'R-1.yaml', someId),
  );
  const { url } = await serve(root);
  expect(await readTree(connect(url))).toBe('R-1.yaml');
  for (const folder of ['program', 'module', 'link.yaml'])
    expect(await readTree(connect(url, { folder }))).toBe('folder-not-found');
  const host = connect(url);
  const head = await host.head(undefined, never);
  const who = { name: 'A', email: 'a' };
  const write = (path: string) =>
    host.prepare(
      head.ok ? head.value : '',
      [{ path, text: 'x' }],
      { summary: 'x', trailers: [] },
      who,
      '2026-01-01T00:00:00Z',
      never,
    );
  for (const path of ['link.yaml', 'program/x.yaml', 'module/x.yaml', '../x.yaml', '.git/config'])
    expect(await write(path), path).toMatchObject({ error: { code: 'unsafe-path' } });
});

test('trees that name each other a thousandfold, level upon level, end as too large', async () => {
  let below = treeOf();
  const levels: GitObject[] = [below];
  for (let level = 0; level < 10; level += 1) {
    const id = await objectId(below);
    below = treeOf(...Array.from({ length: 1000 }, (_, n) => makeEntry('40000', `d${n}`, id)));
    levels.push(below);
  }
  const { url } = await serve(below, levels);
  expect(await readTree(connect(url))).toBe('too-large');
});

test('folders nested deeper than any program end as too large', async () => {
  let below = treeOf(makeEntry('100644', 'x.yaml', someId));
  const levels: GitObject[] = [below];
  for (let level = 0; level < 200; level += 1) {
    below = treeOf(makeEntry('40000', 'd', await objectId(below)));
    levels.push(below);
  }
  const { url } = await serve(below, levels);
  expect(await readTree(connect(url))).toBe('too-large');
});

test('a tree that never comes is asked for once, not again and again', async () => {
  const root = treeOf(makeEntry('40000', 'risks', someId));
  const { url, asked } = await serve(root);
  expect(await readTree(connect(url))).toBe('corrupt-answer');
  expect(asked.filter((body) => body.includes('command=fetch'))).toHaveLength(2);
});

test('a head that is no commit, or another one than was sent, is refused', async () => {
  const blob: GitObject = { type: 'blob', body: encodeText('tree of nothing') };
  const pack = await writePack([blob, commitOn(someId)]);
  for (const id of [await objectId(blob), someId]) {
    const { url, close } = await playHost({ refs: mainAt(id), pack: () => pack });
    expect(await readTree(connect(url))).toBe('corrupt-answer');
    close();
  }
});

test('another object than the one asked for is never given out under its id', async () => {
  const other = await writePack([{ type: 'blob', body: encodeText('other') }]);
  const { url, close } = await playHost({ refs: mainAt(someId), pack: () => other });
  ends.push(close);
  const read = await connect(url).blobs([someId], never);
  expect(read).toMatchObject({ ok: false, error: { code: 'corrupt-answer' } });
});

test('a pack of zeros that would fill the memory stops at its limits', async () => {
  const zeros = deflate(new Uint8Array(8_000_000));
  const many = Array.from({ length: 40 }, () => entry(3, 8_000_000, zeros));
  expect(await readTree(connect((await serveEntries(someId, many)).url))).toBe('too-large');
  const huge = [entry(3, 2 ** 40, zeros)];
  expect(await readTree(connect((await serveEntries(someId, huge)).url))).toBe('too-large');
  const lying = [entry(3, 10, zeros)];
  expect(await readTree(connect((await serveEntries(someId, lying)).url))).toBe('corrupt-answer');
}, 60_000);

test('small deltas that copy one base over and over stop at the limits', async () => {
  const base = new Uint8Array(65_536);
  const id = fromHex(await objectId({ type: 'blob', body: base }));
  // Each copies 64 kB a hundred times: 6.5 MB of object out of two hundred bytes.
  const delta = Uint8Array.from([
    ...varint(65_536),
    ...varint(6_553_600),
    ...Array.from({ length: 100 }, () => 0x80),
  ]);
  const packed = deflate(delta);
  const bomb = Array.from({ length: 45 }, () => entry(7, delta.length, packed, id));
  const whole = entry(3, base.length, deflate(base));
  const many = await serveEntries(someId, [whole, ...bomb]);
  expect(await readTree(connect(many.url))).toBe('too-large');
  const endless = Uint8Array.from([...varint(65_536), ...Array.from({ length: 300 }, () => 0xff)]);
  const one = [whole, entry(7, endless.length, deflate(endless), id)];
  const { url } = await serveEntries(someId, one);
  expect(await readTree(connect(url))).toBe('too-large');
}, 60_000);

import fc from 'fast-check';
import { deflate } from 'pako';
import { expect, test } from 'vitest';
import { encodeText, joinBytes } from './join-bytes.ts';
import { fromHex, type GitObject, objectId, sha1 } from './object-id.ts';
import { packLimits } from './pack-entries.ts';
import { readPack } from './read-pack.ts';
import { writePack } from './write-pack.ts';

const blob = (text: string): GitObject => ({ type: 'blob', body: encodeText(text) });

const head = (type: number, size: number): Uint8Array => {
  const bytes: number[] = [];
  let byte = (type << 4) | (size & 15);
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push(byte | 128);
    byte = rest & 127;
  }
  return Uint8Array.from([...bytes, byte]);
};

/** A pack of raw entries with a right checksum, whatever the entries claim. */
const seal = async (entries: readonly Uint8Array[], count = entries.length) => {
  const start = new Uint8Array(12);
  start.set(encodeText('PACK'));
  new DataView(start.buffer).setUint32(4, 2);
  new DataView(start.buffer).setUint32(8, count);
  const body = joinBytes([start, ...entries]);
  return joinBytes([body, await sha1(body)]);
};

const entry = (type: number, size: number, data: Uint8Array, reference = new Uint8Array()) =>
  joinBytes([head(type, size), reference, deflate(data)]);

const codeOf = async (pack: Uint8Array, limits = packLimits): Promise<string> => {
  const read = await readPack(pack, undefined, limits);
  return read.ok ? 'ok' : read.error.code;
};

test('any objects written as a pack are read back under their own ids', async () => {
  const object = fc.record({
    type: fc.constantFrom('commit' as const, 'tree' as const, 'blob' as const, 'tag' as const),
    body: fc.uint8Array({ maxLength: 5000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(object, { maxLength: 8 }), async (objects) => {
      const read = await readPack(await writePack(objects));
      if (!read.ok) throw new Error(read.error.detail);
      for (const one of objects) {
        const found = read.value.objects.get(await objectId(one));
        expect(found?.type).toBe(one.type);
        expect([...(found?.body ?? [])]).toEqual([...one.body]);
      }
    }),
    { numRuns: 50 },
  );
});

test('a pack with any byte changed or cut off is refused', async () => {
  const pack = await writePack([blob('one\n'), blob('two\n')]);
  for (let at = 0; at < pack.length; at += 1) {
    const broken = pack.slice();
    broken[at] = (broken[at] ?? 0) ^ 1;
    expect(await codeOf(broken), `byte ${at}`).not.toBe('ok');
    expect(await codeOf(pack.subarray(0, at)), `cut at ${at}`).not.toBe('ok');
  }
});

// Copies base bytes 0 to 4, then inserts "!": sizes 4 and 5.
const smallDelta = Uint8Array.from([4, 5, 0x90, 4, 1, 0x21]);

test('a delta on a base outside the pack is resolved when the base is given, and counted when not', async () => {
  const base = blob('base');
  const id = await objectId(base);
  const pack = await seal([entry(7, smallDelta.length, smallDelta, fromHex(id))]);
  const without = await readPack(pack);
  expect(without.ok && without.value).toMatchObject({ unresolved: 1 });
  const read = await readPack(pack, (asked) => (asked === id ? base : undefined));
  const made = await objectId(blob('base!'));
  expect(read.ok && [...read.value.objects.keys()]).toEqual([made]);
});

test('a delta on an earlier offset and one on a later id are both resolved', async () => {
  const base = entry(3, 4, encodeText('base'));
  const offset = entry(6, smallDelta.length, smallDelta, Uint8Array.from([base.length]));
  const byId = fromHex(await objectId(blob('last')));
  const early = entry(7, smallDelta.length, smallDelta, byId);
  const pack = await seal([base, offset, early, entry(3, 4, encodeText('last'))]);
  const read = await readPack(pack);
  const ids = await Promise.all(['base!', 'last!'].map((text) => objectId(blob(text))));
  expect(ids.every((id) => read.ok && read.value.objects.has(id))).toBe(true);
});

const limits = { objects: 10, objectBytes: 1000, totalBytes: 3000 };

test('an object that inflates to more than it says stops at what it said', async () => {
  expect(await codeOf(await seal([entry(3, 10, new Uint8Array(5_000_000))]))).toBe(
    'corrupt-answer',
  );
});

test('an object, a pack and a count beyond the limits are too large', async () => {
  const big = new Uint8Array(1001);
  expect(await codeOf(await seal([entry(3, 1001, big)]), limits)).toBe('too-large');
  const many = Array.from({ length: 4 }, () => entry(3, 900, new Uint8Array(900)));
  expect(await codeOf(await seal(many), limits)).toBe('too-large');
  expect(await codeOf(await seal([], 11), limits)).toBe('too-large');
});

test('a small delta that promises a huge object is too large before it is built', async () => {
  const bomb = Uint8Array.from([4, 0xff, 0xff, 0xff, 0xff, 0x7f, 0x90, 4]);
  const pack = await seal([
    entry(3, 4, encodeText('base')),
    entry(7, bomb.length, bomb, fromHex(await objectId(blob('base')))),
  ]);
  expect(await codeOf(pack)).toBe('too-large');
});

test('a chain of deltas that grows stops at the total', async () => {
  const base = new Uint8Array(900).fill(1);
  const first = entry(3, 900, base);
  // Same size each time: 900 bytes copied from the base.
  const copy = Uint8Array.from([0x84, 7, 0x84, 7, 0xb0, 0x84, 3]);
  const id = fromHex(await objectId({ type: 'blob', body: base }));
  const copies = Array.from({ length: 5 }, () => entry(7, copy.length, copy, id));
  expect(await codeOf(await seal([first, ...copies]), limits)).toBe('too-large');
});

test('a delta that reaches outside its base, or misses its size, is corrupt', async () => {
  const id = fromHex(await objectId(blob('base')));
  for (const delta of [
    [4, 5, 0x90, 5],
    [4, 9, 0x90, 4],
    [3, 4, 0x90, 4],
    [4, 4, 0x00],
    [4, 4, 0x09, 1],
  ]) {
    const bytes = Uint8Array.from(delta);
    const pack = await seal([entry(3, 4, encodeText('base')), entry(7, bytes.length, bytes, id)]);
    expect(await codeOf(pack), String(delta)).toBe('corrupt-answer');
  }
});

test('an offset delta that points outside the pack stays unresolved', async () => {
  const pack = await seal([entry(6, smallDelta.length, smallDelta, Uint8Array.from([127]))]);
  const read = await readPack(pack);
  expect(read.ok && read.value.unresolved).toBe(1);
});

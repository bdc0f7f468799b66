import { fail, ok, type Result } from '@milepost/shared/result';
import { inflateAt } from './inflate-at.ts';
import { decodeText } from './join-bytes.ts';
import { type ObjectType, sha1, toHex } from './object-id.ts';

/** Bounds on what one pack may hold; everything beyond is `too-large`. */
export type PackLimits = { objects: number; objectBytes: number; totalBytes: number };

export const packLimits: PackLimits = {
  objects: 400_000,
  objectBytes: 8 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
};

export type PackFailure = { code: 'corrupt-answer' | 'too-large'; detail: string };

/** One entry as it lies in the pack: a whole object, or a delta on an earlier offset or on an id. */
export type PackEntry = {
  offset: number;
  body: Uint8Array;
} & ({ type: ObjectType } | { type: 'delta'; base: number | string });

const corrupt = (detail: string) => fail<PackFailure>({ code: 'corrupt-answer', detail });
const tooLarge = (detail: string) => fail<PackFailure>({ code: 'too-large', detail });

const wholeTypes: readonly (ObjectType | undefined)[] = [
  undefined,
  'commit',
  'tree',
  'blob',
  'tag',
];

/** Bytes an integer may take: beyond, it is larger than any limit and soon no number. */
const longestInteger = 7;

const readHead = (bytes: Uint8Array, offset: number) => {
  let byte = bytes[offset] ?? 0;
  const type = (byte >> 4) & 7;
  let size = byte & 15;
  let scale = 16;
  let next = offset + 1;
  while (byte & 128 && next < bytes.length) {
    if (next - offset > longestInteger) return { type, size: Number.POSITIVE_INFINITY, next };
    byte = bytes[next] ?? 0;
    size += (byte & 127) * scale;
    scale *= 128;
    next += 1;
  }
  return { type, size, next };
};

/** Distance back to the base of an `ofs-delta` (gitformat-pack(5)). */
const readDistance = (bytes: Uint8Array, start: number) => {
  let byte = bytes[start] ?? 0;
  let value = byte & 127;
  let next = start + 1;
  while (byte & 128 && next < bytes.length) {
    if (next - start > longestInteger) return { value: Number.POSITIVE_INFINITY, next };
    byte = bytes[next] ?? 0;
    value = (value + 1) * 128 + (byte & 127);
    next += 1;
  }
  return { value, next };
};

const readBase = (bytes: Uint8Array, offset: number, type: number, start: number) => {
  if (type === 6) {
    const distance = readDistance(bytes, start);
    return { base: offset - distance.value, next: distance.next };
  }
  if (type === 7) return { base: toHex(bytes.subarray(start, start + 20)), next: start + 20 };
  return undefined;
};

const readEntry = (
  bytes: Uint8Array,
  offset: number,
  limits: PackLimits,
): Result<{ entry: PackEntry; next: number }, PackFailure> => {
  const head = readHead(bytes, offset);
  if (head.size > limits.objectBytes) return tooLarge(`object of ${head.size} bytes`);
  const whole = wholeTypes[head.type];
  const delta = readBase(bytes, offset, head.type, head.next);
  const start = delta?.next ?? head.next;
  if (whole === undefined && delta === undefined) return corrupt(`object type ${head.type}`);
  if (start >= bytes.length) return corrupt('pack cut off');
  const inflated = inflateAt(bytes, start, head.size);
  if (inflated === undefined) return corrupt('object does not inflate to its size');
  const { body, used } = inflated;
  const entry: PackEntry =
    whole === undefined
      ? { offset, body, type: 'delta', base: delta?.base ?? offset }
      : { offset, body, type: whole };
  return ok({ entry, next: start + used });
};

const checkFrame = async (pack: Uint8Array, limits: PackLimits) => {
  if (pack.length < 32 || decodeText(pack.subarray(0, 4)) !== 'PACK') return corrupt('no pack');
  const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  if (view.getUint32(4) !== 2) return corrupt('pack version');
  const count = view.getUint32(8);
  if (count > limits.objects) return tooLarge(`${count} objects`);
  const sum = await sha1(pack.subarray(0, -20));
  if (toHex(sum) !== toHex(pack.subarray(-20))) return corrupt('pack checksum');
  return ok(count);
};

/** Entries of a pack in order, its checksum verified and sizes bounded. Deltas are not resolved yet. */
export const readPackEntries = async (
  pack: Uint8Array,
  limits: PackLimits = packLimits,
): Promise<Result<readonly PackEntry[], PackFailure>> => {
  const count = await checkFrame(pack, limits);
  if (!count.ok) return count;
  const bytes = pack.subarray(0, -20);
  const entries: PackEntry[] = [];
  let at = 12;
  let total = 0;
  while (entries.length < count.value) {
    if (at >= bytes.length) return corrupt('pack cut off');
    const read = readEntry(bytes, at, limits);
    if (!read.ok) return read;
    total += read.value.entry.body.length;
    if (total > limits.totalBytes) return tooLarge('pack inflates to too much');
    entries.push(read.value.entry);
    at = read.value.next;
  }
  return at === bytes.length ? ok(entries) : corrupt('bytes after the last object');
};

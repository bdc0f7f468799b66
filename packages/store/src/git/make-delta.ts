import { joinBytes } from './join-bytes.ts';

const sizeBytes = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest & 127) | 128);
  return [...bytes, rest];
};

const longestCopy = 0xffff;
const longestInsert = 127;

/** Copy instructions for base bytes from `start` on; offsets up to 4 GB, in pieces of 64 kB. */
const copyOf = (start: number, length: number): number[] => {
  const bytes: number[] = [];
  for (let done = 0; done < length; done += longestCopy) {
    const piece = Math.min(longestCopy, length - done);
    const at = start + done;
    const offset = [at & 255, (at >> 8) & 255, (at >> 16) & 255, (at >>> 24) & 255];
    bytes.push(0xbf, ...offset, piece & 255, piece >> 8);
  }
  return bytes;
};

const insertOf = (data: Uint8Array): Uint8Array[] => {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += longestInsert) {
    const piece = data.subarray(at, at + longestInsert);
    parts.push(Uint8Array.from([piece.length]), piece);
  }
  return parts;
};

const commonStart = (left: Uint8Array, right: Uint8Array, most: number): number => {
  let length = 0;
  while (length < most && left[length] === right[length]) length += 1;
  return length;
};

const commonEnd = (left: Uint8Array, right: Uint8Array, most: number): number => {
  let length = 0;
  while (length < most && left[left.length - 1 - length] === right[right.length - 1 - length])
    length += 1;
  return length;
};

/** A delta (gitformat-pack(5)) that makes `target` of `base`: same start and end copied, the middle inserted. */
export const makeDelta = (base: Uint8Array, target: Uint8Array): Uint8Array<ArrayBuffer> => {
  const shorter = Math.min(base.length, target.length);
  const start = commonStart(base, target, shorter);
  const end = commonEnd(base, target, shorter - start);
  return joinBytes([
    Uint8Array.from([...sizeBytes(base.length), ...sizeBytes(target.length)]),
    Uint8Array.from(copyOf(0, start)),
    ...insertOf(target.subarray(start, target.length - end)),
    Uint8Array.from(copyOf(base.length - end, end)),
  ]);
};

import { deflate } from 'pako';
import { joinBytes } from './join-bytes.ts';
import { makeDelta } from './make-delta.ts';
import { fromHex, type GitObject, type ObjectType, sha1 } from './object-id.ts';

const typeNumbers: Readonly<Record<ObjectType, number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };

/** Type number of a delta on an object named by its id. */
const refDelta = 7;

/** An object the receiver holds, to send another one as its difference from. */
export type Base = { id: string; body: Uint8Array };
export type BaseOf = (object: GitObject) => Base | undefined;

const entryHead = (type: number, size: number): Uint8Array => {
  const bytes: number[] = [];
  let byte = (type << 4) | (size & 15);
  let rest = Math.floor(size / 16);
  while (rest > 0) {
    bytes.push(byte | 128);
    byte = rest & 127;
    rest = Math.floor(rest / 128);
  }
  bytes.push(byte);
  return Uint8Array.from(bytes);
};

const entryOf = (object: GitObject, base: Base | undefined): Uint8Array[] => {
  const { type, body } = object;
  const delta = base === undefined ? body : makeDelta(base.body, body);
  if (base === undefined || delta.length >= body.length)
    return [entryHead(typeNumbers[type], body.length), deflate(body)];
  return [entryHead(refDelta, delta.length), fromHex(base.id), deflate(delta)];
};

/**
 * A pack (version 2) with its checksum. Objects with a base go as deltas, which makes the pack thin; the others whole.
 * The same objects give the same bytes.
 */
export const writePack = async (
  objects: readonly GitObject[],
  baseOf: BaseOf = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> => {
  const head = new Uint8Array(12);
  head.set([0x50, 0x41, 0x43, 0x4b]);
  const view = new DataView(head.buffer);
  view.setUint32(4, 2);
  view.setUint32(8, objects.length);
  const parts = objects.flatMap((object) => entryOf(object, baseOf(object)));
  const body = joinBytes([head, ...parts]);
  return joinBytes([body, await sha1(body)]);
};

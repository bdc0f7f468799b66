import { deflate } from 'pako';
import { joinBytes } from './join-bytes.ts';
import { type GitObject, type ObjectType, sha1 } from './object-id.ts';

const typeNumbers: Readonly<Record<ObjectType, number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };

const entryHead = (object: GitObject): Uint8Array => {
  const bytes: number[] = [];
  let byte = (typeNumbers[object.type] << 4) | (object.body.length & 15);
  let rest = Math.floor(object.body.length / 16);
  while (rest > 0) {
    bytes.push(byte | 128);
    byte = rest & 127;
    rest = Math.floor(rest / 128);
  }
  bytes.push(byte);
  return Uint8Array.from(bytes);
};

/** A pack (version 2) of whole objects with its checksum. The same objects give the same bytes. */
export const writePack = async (
  objects: readonly GitObject[],
): Promise<Uint8Array<ArrayBuffer>> => {
  const head = new Uint8Array(12);
  head.set([0x50, 0x41, 0x43, 0x4b]);
  const view = new DataView(head.buffer);
  view.setUint32(4, 2);
  view.setUint32(8, objects.length);
  const parts = objects.flatMap((object) => [entryHead(object), deflate(object.body)]);
  const body = joinBytes([head, ...parts]);
  return joinBytes([body, await sha1(body)]);
};

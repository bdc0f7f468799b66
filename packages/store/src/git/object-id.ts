import { encodeText, joinBytes } from './join-bytes.ts';

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';
export type GitObject = { type: ObjectType; body: Uint8Array };

const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const toHex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += digits[byte];
  return text;
};

/** Bytes of a hex text of even length; the caller has checked that it is one. */
export const fromHex = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = Number.parseInt(text.slice(at * 2, at * 2 + 2), 16);
  return bytes;
};

/** 40 lower-case hex digits, and nothing else. */
export const isObjectId = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

export const noObject = '0'.repeat(40);

export const sha1 = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  // The copy is for the type alone: subtle refuses views on shared memory.
  new Uint8Array(await crypto.subtle.digest('SHA-1', bytes as Uint8Array<ArrayBuffer>));

/** The id Git gives an object: SHA-1 over `type length\0body`. */
export const objectId = async (object: GitObject): Promise<string> =>
  toHex(await sha1(joinBytes([encodeText(`${object.type} ${object.body.length}\0`), object.body])));

export const blobId = (text: string): Promise<string> =>
  objectId({ type: 'blob', body: encodeText(text) });

import { decodeText, encodeText, joinBytes } from './join-bytes.ts';
import { fromHex, toHex } from './object-id.ts';

/** One entry of a tree. `raw` is the name's own bytes, so that a name we cannot read is written back as it was. */
export type TreeEntry = { mode: string; name: string; raw: Uint8Array; id: string };

export const folderMode = '40000';
export const fileMode = '100644';

export const isFolder = (entry: TreeEntry): boolean => entry.mode === folderMode;
/** Plain and executable files; symbolic links (120000) and submodules (160000) are not ours to follow. */
export const isFile = (entry: TreeEntry): boolean => /^100[0-7]{3}$/.test(entry.mode);

/** `.git` as the file systems of Windows and macOS also read it: short name, dots and spaces behind, letters nobody sees. */
const isGitFolder = (name: string): boolean =>
  /^(\.git|git~\d)[. ]*$/i.test(name.replace(/\p{Cf}/gu, ''));

/** Names that would leave the folder or mean something to a file system or to Git. */
export const isSafeName = (name: string): boolean =>
  name !== '' &&
  name !== '.' &&
  name !== '..' &&
  !isGitFolder(name) &&
  // A backslash or colon is a separator on Windows; the replacement character marks a name that is no UTF-8.
  !/[/\\:\p{Cc}\ufffd]/u.test(name);

/** Entries of a tree object, or undefined when it is no tree. */
export const parseTree = (body: Uint8Array): readonly TreeEntry[] | undefined => {
  const entries: TreeEntry[] = [];
  let at = 0;
  while (at < body.length) {
    const space = body.indexOf(0x20, at);
    const zero = body.indexOf(0, at);
    if (space < 0 || zero < space || zero + 21 > body.length) return undefined;
    const raw = body.subarray(space + 1, zero);
    entries.push({
      mode: decodeText(body.subarray(at, space)),
      name: decodeText(raw),
      raw,
      id: toHex(body.subarray(zero + 1, zero + 21)),
    });
    at = zero + 21;
  }
  return entries;
};

const compareBytes = (left: Uint8Array, right: Uint8Array): number => {
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

/** Git sorts a folder as if its name ended with a slash. */
const sortKey = (entry: TreeEntry): Uint8Array =>
  isFolder(entry) ? joinBytes([entry.raw, encodeText('/')]) : entry.raw;

/** The body of a tree object with these entries. */
export const buildTree = (entries: readonly TreeEntry[]): Uint8Array<ArrayBuffer> => {
  const keyed = entries.map((entry) => ({ entry, key: sortKey(entry) }));
  keyed.sort((left, right) => compareBytes(left.key, right.key));
  return joinBytes(
    keyed.flatMap(({ entry }) => [
      encodeText(`${entry.mode} `),
      entry.raw,
      new Uint8Array(1),
      fromHex(entry.id),
    ]),
  );
};

export const makeEntry = (mode: string, name: string, id: string): TreeEntry => ({
  mode,
  name,
  raw: encodeText(name),
  id,
});

import type { FileChange } from '@milepost/shared/program/program';
import { renderMessage } from '../git/commit.ts';
import { decodeText, encodeText } from '../git/join-bytes.ts';
import type { CommitMessage } from '../git-host.ts';

/** What `createCommitOnBranch` is asked for, as stored in a prepared commit. Contents are base64. */
export type CommitOrder = {
  parent: string;
  headline: string;
  body: string;
  additions: readonly { path: string; contents: string }[];
  deletions: readonly { path: string }[];
};

const toBase64 = (text: string): string => {
  let binary = '';
  for (const byte of encodeText(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
};

/** The order for changes below `folder`. `exists`: GitHub refuses to remove a file that is not there. */
export const orderCommit = (
  parent: string,
  folder: readonly string[],
  changes: readonly FileChange[],
  message: CommitMessage,
  exists: (path: string) => boolean,
): CommitOrder => {
  const [headline = '', ...rest] = renderMessage(message).split('\n');
  const full = (path: string) => [...folder, path].join('/');
  return {
    parent,
    headline,
    body: rest.join('\n').trim(),
    additions: changes.flatMap(({ path, text }) =>
      text === undefined ? [] : [{ path: full(path), contents: toBase64(text) }],
    ),
    deletions: changes.flatMap(({ path, text }) =>
      text === undefined && exists(path) ? [{ path: full(path) }] : [],
    ),
  };
};

export const writeOrder = (order: CommitOrder) => encodeText(JSON.stringify(order));
/** The payload is one of ours: nobody else's bytes get here. */
export const readOrder = (payload: Uint8Array) => JSON.parse(decodeText(payload)) as CommitOrder;

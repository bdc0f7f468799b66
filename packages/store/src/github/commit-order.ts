import type { FileChange } from '@milepost/shared/program/program';
import { renderMessage } from '../git/commit.ts';
import { decodeText, encodeText } from '../git/join-bytes.ts';
import type { CommitMessage } from '../git-host.ts';

/** One commit as it will be asked for, as stored in a prepared commit. Paths are those of the repository. */
export type CommitOrder = {
  parent: string;
  /** Head of the branch, when the commit is a merge of it and `parent`. */
  over?: string;
  headline: string;
  body: string;
  /** `null`: removed. */
  files: readonly { path: string; text: string | null }[];
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
  return {
    parent,
    headline,
    body: rest.join('\n').trim(),
    files: changes
      .filter(({ path, text }) => text !== undefined || exists(path))
      .map(({ path, text }) => ({ path: [...folder, path].join('/'), text: text ?? null })),
  };
};

export const writeOrder = (order: CommitOrder) => encodeText(JSON.stringify(order));
/** The payload is one of ours: nobody else's bytes get here. */
export const readOrder = (payload: Uint8Array) => JSON.parse(decodeText(payload)) as CommitOrder;

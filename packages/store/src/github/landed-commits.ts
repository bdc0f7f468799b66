import { blobId, isObjectId } from '../git/object-id.ts';
import type { CommitMessage } from '../git-host.ts';

/** The API names a commit only when it makes it: until then it is "on `parent`, for `operation`". */
export type Expected = { parent: string; operation: string };

const operationTrailer = 'Milepost-Operation';
const commitTrailer = 'Milepost-Commit';

/**
 * The name a commit is known by until it landed, and the message that carries it: its operation's id, or where it is no
 * one operation's (a proposal brought up to date) an id of its own, of what it holds.
 */
export const nameInMessage = async (
  message: CommitMessage,
  content: unknown,
): Promise<{ operation: string; message: CommitMessage }> => {
  const found = message.trailers.find(([key]) => key === operationTrailer);
  if (found !== undefined) return { operation: found[1], message };
  const operation = await blobId(JSON.stringify(content));
  const trailers = [...message.trailers, [commitTrailer, operation] as const];
  return { operation, message: { ...message, trailers } };
};

export const nameExpected = ({ parent, operation }: Expected): string => `${parent}+${operation}`;

/** Undefined for an id that is a real commit's. */
export const readExpected = (id: string): Expected | undefined => {
  const parent = id.slice(0, 40);
  return id[40] === '+' && isObjectId(parent) ? { parent, operation: id.slice(41) } : undefined;
};

/** Whether a commit's message is that of an operation: the trailer on a line of its own. */
export const carriesOperation = (message: string, operation: string): boolean => {
  const lines = [operationTrailer, commitTrailer].map((trailer) => `${trailer}: ${operation}`);
  return message.split('\n').some((line) => lines.includes(line.trim()));
};

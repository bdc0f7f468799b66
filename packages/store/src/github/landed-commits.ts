import { isObjectId } from '../git/object-id.ts';
import type { CommitMessage } from '../git-host.ts';

/** The API names a commit only when it makes it: until then it is "on `parent`, for `operation`". */
export type Expected = { parent: string; operation: string };

const operationTrailer = 'Milepost-Operation';

/** The operation id among the trailers; one commit carries one. */
export const operationOf = (message: CommitMessage): string => {
  const found = message.trailers.find(([key]) => key === operationTrailer);
  if (found === undefined) throw new Error(`a commit through the API needs ${operationTrailer}`);
  return found[1];
};

export const nameExpected = ({ parent, operation }: Expected): string => `${parent}+${operation}`;

/** Undefined for an id that is a real commit's. */
export const readExpected = (id: string): Expected | undefined => {
  const parent = id.slice(0, 40);
  return id[40] === '+' && isObjectId(parent) ? { parent, operation: id.slice(41) } : undefined;
};

/** Whether a commit's message is that of an operation: the trailer on a line of its own. */
export const carriesOperation = (message: string, operation: string): boolean =>
  message.split('\n').some((line) => line.trim() === `${operationTrailer}: ${operation}`);

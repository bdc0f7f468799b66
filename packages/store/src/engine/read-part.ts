import type { Program } from '@milepost/shared/program/program';
import { readProgram } from '@milepost/shared/program/read-program';
import type { Session } from './session.ts';

/**
 * The program of some of its files only, from the cache: quick after a cold start. Undefined where that would not be
 * the truth: nothing was read yet, a text is missing, or edits wait that change what is shown.
 */
export const readPart = async (
  { options: { cache, outbox } }: Session,
  paths: readonly string[],
): Promise<Program | undefined> => {
  const [state, waiting] = await Promise.all([cache.readState(), outbox.list()]);
  if (state === undefined || waiting.length > 0) return undefined;
  const wanted = new Set(paths);
  const files = state.files.filter(({ path }) => wanted.has(path));
  const texts = await cache.texts(files.map(({ blob }) => blob));
  const found = files.flatMap(({ path, blob }) => {
    const text = texts.get(blob);
    return text === undefined ? [] : [{ path, blob, text }];
  });
  return found.length === wanted.size ? readProgram(found) : undefined;
};

import { fail, ok, type Result } from '@milepost/shared/result';
import type { FolderFailure } from './folder-port.ts';

const toFailure = (error: unknown, codes: Codes): FolderFailure => {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return { code: codes[String(code)] ?? codes[String(name)] ?? 'broken', detail: String(error) };
};

/** What a file system's own error codes or names mean. */
export type Codes = Readonly<Record<string, FolderFailure['code']>>;

/** File systems throw; from here on a failure is a value. */
export const attempt = async <Value>(
  codes: Codes,
  work: () => Promise<Value>,
): Promise<Result<Value, FolderFailure>> => {
  try {
    return ok(await work());
  } catch (error) {
    return fail(toFailure(error, codes));
  }
};

/** Undefined in the place of what is not there. */
export const unlessGone = async <Value>(
  codes: Codes,
  work: () => Promise<Value>,
): Promise<Value | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (toFailure(error, codes).code === 'gone') return undefined;
    throw error;
  }
};

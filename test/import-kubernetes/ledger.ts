import { fail, type Result } from '@milepost/shared/result';

/** Why a whole file is not taken. */
export type RefusalReason =
  | 'not-program-data'
  | 'not-yaml'
  | 'no-number'
  | 'number-taken'
  | 'no-title'
  | 'no-kep'
  | 'no-approver'
  | 'no-schedule'
  | 'nothing-in-it';

export type Refusal = { reason: RefusalReason; detail: string };

/** A doubt about one value of a file that is taken all the same. */
export type Remark = { path: string; code: string; detail: string };

/** What became of one file: taken, with its doubts, or refused with one reason. */
export type Outcome = { path: string; refusal?: Refusal };

export type Read<Value> = Result<{ value: Value; remarks: readonly Remark[] }, Refusal>;

export const refuse = (reason: RefusalReason, detail = ''): { ok: false; error: Refusal } =>
  fail({ reason, detail });

/** Collects the doubts of one file while it is read. */
export function remarksOf(path: string): {
  remarks: Remark[];
  doubt: (code: string, value: unknown) => undefined;
} {
  const remarks: Remark[] = [];
  const doubt = (code: string, value: unknown): undefined => {
    const detail = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
    remarks.push({ path, code, detail: detail.slice(0, 120) });
    return undefined;
  };
  return { remarks, doubt };
}

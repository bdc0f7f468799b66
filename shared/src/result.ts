/** An expected outcome that may be a "no": the caller checks `ok`, never catches. A throw is a bug of ours. */
export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const fail = <Failure>(error: Failure): { ok: false; error: Failure } => ({
  ok: false,
  error,
});

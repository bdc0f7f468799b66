/** Runs work while nobody else of the same name does: `navigator.locks` in browsers, a queue elsewhere. */
export type Lock = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;

/** A lock within this process. */
export const queueLock = (): Lock => {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = last.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(name, mine);
    return mine;
  };
};

/** A lock between all contexts of one browser origin (rulings D4). */
export const webLock =
  (locks: LockManager): Lock =>
  (name, work) =>
    locks.request(name, work);

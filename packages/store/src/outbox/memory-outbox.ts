import { ok } from '@milepost/shared/result';
import { byOrder, type Outbox, type OutboxEntry } from './outbox.ts';

/** An outbox for tests and examples: durable only as long as the process. */
export const memoryOutbox = (): Outbox => {
  const entries = new Map<string, OutboxEntry>();
  return {
    list: async () => structuredClone([...entries.values()].toSorted(byOrder)),
    put: async (changed) => {
      for (const entry of structuredClone(changed)) entries.set(entry.operation, entry);
      return ok(undefined);
    },
    remove: async (operations) => {
      for (const operation of operations) entries.delete(operation);
      return ok(undefined);
    },
  };
};

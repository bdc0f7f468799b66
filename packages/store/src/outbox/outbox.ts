import type { Result } from '@milepost/shared/result';
import type { NotSaved, PendingEdit } from '../store.ts';

/** An accepted edit as stored. Entries are replayed by `order`, smallest first. */
export type OutboxEntry = PendingEdit & { order: number };

/**
 * Edits of one program that are not published yet. `put` answers only after the entries are durable, all of them or
 * none; an entry of the same operation is replaced. Losing an entry that was put is the one thing that must not happen.
 */
export type Outbox = {
  list(): Promise<readonly OutboxEntry[]>;
  put(entries: readonly OutboxEntry[]): Promise<Result<void, NotSaved>>;
  remove(operations: readonly string[]): Promise<Result<void, NotSaved>>;
};

export const byOrder = (left: OutboxEntry, right: OutboxEntry): number =>
  left.order - right.order || (left.operation < right.operation ? -1 : 1);

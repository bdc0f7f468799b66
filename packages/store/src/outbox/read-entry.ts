import type { OutboxEntry } from './outbox.ts';

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

const states = ['saved', 'publishing', 'published', 'waiting', 'conflict', 'refused'];

const isFileEdit = (value: unknown): boolean =>
  isData(value) &&
  typeof value.path === 'string' &&
  (value.kind === 'create' ? isData(value.data) : Array.isArray(value.ops));

const isEdit = (value: unknown): boolean =>
  isData(value) &&
  typeof value.summary === 'string' &&
  Array.isArray(value.items) &&
  Array.isArray(value.files) &&
  value.files.every(isFileEdit);

const isEntry = (value: unknown): value is OutboxEntry =>
  isData(value) &&
  ['operation', 'note', 'savedAt'].every((key) => typeof value[key] === 'string') &&
  typeof value.order === 'number' &&
  states.includes(String(value.state)) &&
  isEdit(value.edit);

/** A stored entry, or undefined for what no version of ours wrote. The caller leaves such data where it lies. */
export const asOutboxEntry = (value: unknown): OutboxEntry | undefined =>
  isEntry(value) ? value : undefined;

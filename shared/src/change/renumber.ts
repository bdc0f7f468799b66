import { type RecordKind, recordTypes } from '../record/record-types.ts';
import { isPlainMap } from '../text/field-value.ts';
import type { Edit, FieldOp, FieldPath, FileEdit } from './edit.ts';

/**
 * The next free id of a numbered type: one above the highest taken, so that numbers are never reused (domain 1.1).
 * `gate` names the gate of a criterion. Dated types (`RPT-2026-W14`) have no next id.
 */
export function nextId(kind: RecordKind, taken: Iterable<string>, gate?: string): string {
  const prefix = kind === 'criterion' ? `${gate ?? 'G-1'}.` : `${recordTypes[kind].prefix}-`;
  let highest = 0;
  for (const id of taken) {
    if (!id.startsWith(prefix) || !recordTypes[kind].id.test(id)) continue;
    highest = Math.max(highest, Number(id.slice(prefix.length)));
  }
  return `${prefix}${highest + 1}`;
}

const escapePattern = (id: string): string => id.replaceAll(/[.\\^$*+?()[\]{}|-]/g, '\\$&');

/** Other systems' names look like ours (`CR-3` may be a Jira key) and are left alone. */
const FOREIGN = new Set(['external', 'item', 'url', 'ref', 'itsm_ref']);

type Rewrite = (text: string) => string;

/** Whole tokens only; a criterion `G-2.3` follows its gate, another program's `pay/R-12` does not. */
function rewriterOf(from: string, to: string): Rewrite {
  const pattern = new RegExp(`(?<![\\w/-])${escapePattern(from)}(?![\\w-])`, 'g');
  return (text) => text.replace(pattern, () => to);
}

function rewriteValue(value: unknown, rewrite: Rewrite): unknown {
  if (typeof value === 'string') return rewrite(value);
  if (Array.isArray(value)) return value.map((item) => rewriteValue(item, rewrite));
  if (!isPlainMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      FOREIGN.has(key) ? child : rewriteValue(child, rewrite),
    ]),
  );
}

const isForeign = (path: FieldPath): boolean =>
  path.some((key) => typeof key === 'string' && FOREIGN.has(key));

function rewriteOp(op: FieldOp, rewrite: Rewrite): FieldOp {
  if (isForeign(op.path)) return op;
  if (op.op === 'append') return { ...op, value: rewriteValue(op.value, rewrite) };
  const was = rewriteValue(op.was, rewrite);
  return op.op === 'remove'
    ? { ...op, was }
    : { ...op, value: rewriteValue(op.value, rewrite), was };
}

const rewritePath = (path: string, rewrite: Rewrite): string =>
  path.split('/').map(rewrite).join('/');

function rewriteFile(file: FileEdit, rewrite: Rewrite): FileEdit {
  const path = rewritePath(file.path, rewrite);
  if (file.kind === 'change') {
    return { ...file, path, ops: file.ops.map((op) => rewriteOp(op, rewrite)) };
  }
  return {
    ...file,
    path,
    id: file.id === undefined ? undefined : rewrite(file.id),
    data: rewriteValue(file.data, rewrite) as Readonly<Record<string, unknown>>,
  };
}

/**
 * Unpublished edits with one id changed everywhere: file names, ids, references and mentions in text. Keys of other
 * systems are left alone. Pass all unpublished edits of the program, in order.
 */
export function renumberEdit(edits: readonly Edit[], from: string, to: string): Edit[] {
  const rewrite = rewriterOf(from, to);
  return edits.map((edit) => ({
    ...edit,
    items: edit.items.map(rewrite),
    summary: rewrite(edit.summary),
    files: edit.files.map((file) => rewriteFile(file, rewrite)),
  }));
}

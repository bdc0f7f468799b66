import type { FieldOp, FieldPath } from '../change/edit.ts';
import { isPlainMap, valueAt } from './field-value.ts';
import { cleanData } from './splice-render.ts';

const setAt = (path: FieldPath, value: unknown, was: unknown): FieldOp => ({
  op: 'set',
  path,
  value,
  was,
});

/** A change of a whole map or list as the smallest changes inside it, so that untouched lines stay. */
export function refineOp(op: FieldOp, data: unknown): FieldOp[] {
  if (op.op !== 'set') return [op];
  const now = valueAt(data, op.path);
  const value = cleanData(op.value);
  if (isPlainMap(value) && isPlainMap(now)) {
    const kept = Object.keys(value);
    const gone = Object.keys(now).filter((key) => !kept.includes(key));
    if (kept.length > 0 && Object.keys(now).length > 0) {
      return [
        ...kept.map((key) => setAt([...op.path, key], value[key], now[key])),
        ...gone.map((key): FieldOp => ({ op: 'remove', path: [...op.path, key], was: now[key] })),
      ];
    }
  }
  if (!Array.isArray(value) || !Array.isArray(now) || now.length === 0) return [op];
  if (value.length < now.length) return [op];
  const added = value.slice(now.length);
  return [
    ...now.map((item, at) => setAt([...op.path, at], value[at], item)),
    ...added.map((item): FieldOp => ({ op: 'append', path: op.path, value: item })),
  ];
}

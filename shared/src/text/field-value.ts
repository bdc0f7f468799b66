import type { FieldOp, FieldPath } from '../change/edit.ts';

export type PlainMap = { readonly [key: string]: unknown };

export const isPlainMap = (value: unknown): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const childOf = (value: unknown, key: string | number): unknown => {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  if (isPlainMap(value)) return Object.hasOwn(value, key) ? value[key] : undefined;
  return undefined;
};

/** The value at a path of plain data, or undefined where any step is missing. */
export const valueAt = (data: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(childOf, data);

const definedKeys = (value: PlainMap): string[] =>
  Object.keys(value).filter((key) => value[key] !== undefined);

/** Equality of plain data; a key whose value is undefined counts as absent. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, at) => sameValue(item, right[at]))
    );
  }
  if (!isPlainMap(left) || !isPlainMap(right)) return false;
  const keys = definedKeys(left);
  return (
    keys.length === definedKeys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]))
  );
}

/** Own property even for `__proto__`, which plain assignment would swallow. */
const put = (map: Record<string, unknown>, key: string, value: unknown): void => {
  Object.defineProperty(map, key, { value, enumerable: true, writable: true, configurable: true });
};

const copyMap = (value: unknown): Record<string, unknown> => {
  const copy: Record<string, unknown> = {};
  if (isPlainMap(value)) for (const key of Object.keys(value)) put(copy, key, value[key]);
  return copy;
};

function replaceChild(data: unknown, key: string | number, child: unknown): unknown {
  if (typeof key === 'number') {
    const list = Array.isArray(data) ? [...data] : [];
    if (child === undefined) list.splice(key, 1);
    else list[key] = child;
    return list;
  }
  const copy = copyMap(data);
  if (child === undefined) delete copy[key];
  else put(copy, key, child);
  return copy;
}

function changeAt(
  data: unknown,
  path: FieldPath,
  change: (current: unknown) => unknown,
  makeParents: boolean,
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(data);
  const child = childOf(data, key);
  if (child === undefined && !makeParents) return data;
  return replaceChild(data, key, changeAt(child, rest, change, makeParents));
}

/** Plain data after one operation; the input is not changed. Missing parents are made for set and append. */
export function withOp(data: unknown, op: FieldOp): unknown {
  if (op.op === 'set') return changeAt(data, op.path, () => op.value, true);
  if (op.op === 'remove') return changeAt(data, op.path, () => undefined, false);
  return changeAt(
    data,
    op.path,
    (current) => (Array.isArray(current) ? [...current, op.value] : [op.value]),
    true,
  );
}

/** Plain data after several operations, in order. */
export const withOps = (data: unknown, ops: readonly FieldOp[]): unknown =>
  ops.reduce(withOp, data);

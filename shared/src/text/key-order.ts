import type * as z from 'zod';
import type { FieldPath } from '../change/edit.ts';
import type { KeyOrder } from './splice.ts';

type Definition = {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: readonly z.ZodType[];
};

const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

const WRAPPERS = new Set(['optional', 'default', 'nullable', 'prefault', 'readonly', 'catch']);

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (schema === undefined) return undefined;
  const definition = definitionOf(schema);
  if (WRAPPERS.has(definition.type)) return unwrap(definition.innerType);
  if (definition.type === 'union') {
    return definition.options?.map(unwrap).find((option) => option && hasChildren(option));
  }
  return schema;
}

const hasChildren = (schema: z.ZodType): boolean =>
  ['object', 'array'].includes(definitionOf(schema).type);

function childSchema(schema: z.ZodType | undefined, key: string | number): z.ZodType | undefined {
  const inner = unwrap(schema);
  if (inner === undefined) return undefined;
  const definition = definitionOf(inner);
  return typeof key === 'number' ? definition.element : definition.shape?.[key];
}

const FIRST = ['id', 'title', 'status'];
const LAST = ['approvals', 'log'];

/** Identity and state first, the growing lists last: where people look and where diffs stay apart. */
const forReading = (keys: readonly string[]): string[] => [
  ...FIRST.filter((key) => keys.includes(key)),
  ...keys.filter((key) => !FIRST.includes(key) && !LAST.includes(key)),
  ...LAST.filter((key) => keys.includes(key)),
];

/** Order of keys at each place of a file with this schema: what new keys are inserted by. */
export const keyOrderOf =
  (schema: z.ZodType | undefined): KeyOrder =>
  (path: FieldPath) => {
    const place = unwrap(path.reduce<z.ZodType | undefined>(childSchema, schema));
    const keys = Object.keys(place === undefined ? {} : (definitionOf(place).shape ?? {}));
    return path.length === 0 ? forReading(keys) : keys;
  };

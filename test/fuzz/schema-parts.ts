import type * as z from 'zod';

/** What a schema is made of; only the parts its type has. */
export type SchemaParts = {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: Readonly<Record<string, z.ZodType>>;
  options?: readonly z.ZodType[];
  entries?: Readonly<Record<string, string>>;
  valueType?: z.ZodType;
  checks?: readonly unknown[];
};

export const partsOf = (schema: z.ZodType): SchemaParts => schema.def as unknown as SchemaParts;

export type FieldPath = readonly (string | number)[];

/** Every place below a schema, with one item in each array; parents before children. */
export function placesBelow(schema: z.ZodType, path: FieldPath = []): readonly FieldPath[] {
  const { innerType, element, shape, options } = partsOf(schema);
  if (innerType !== undefined) return placesBelow(innerType, path);
  const own = path.length === 0 ? [] : [path];
  if (element !== undefined) return [...own, ...placesBelow(element, [...path, 0])];
  if (options !== undefined) return own;
  const children = Object.entries(shape ?? {}).flatMap(([key, child]) =>
    placesBelow(child, [...path, key]),
  );
  return [...own, ...children];
}

import type * as z from 'zod';
import { PersonRef, Ref } from '../record/field.ts';

/** A way through a schema: keys, and `*` for every item of an array. */
export type SchemaPath = readonly string[];

type Inner = {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: object;
  options?: z.ZodType[];
};

const innerOf = (schema: z.ZodType): Inner => schema.def as unknown as Inner;

function childrenOf(schema: z.ZodType): readonly (readonly [SchemaPath, z.ZodType])[] {
  const { innerType, element, shape, options } = innerOf(schema);
  if (innerType !== undefined) return [[[], innerType]];
  if (element !== undefined) return [[['*'], element]];
  if (options !== undefined) return options.map((option) => [[], option] as const);
  return Object.entries(shape ?? {}).map(([key, child]) => [[key], child as z.ZodType] as const);
}

/** Every path of `schema` where exactly the schema `wanted` stands. Schemas are trees: no way leads back. */
function pathsTo(schema: z.ZodType, wanted: z.ZodType): readonly SchemaPath[] {
  if (schema === wanted) return [[]];
  return childrenOf(schema).flatMap(([head, child]) =>
    pathsTo(child, wanted).map((tail) => [...head, ...tail]),
  );
}

/** Where a record type names other records: every field whose schema is `Ref`. */
export const refPaths = (schema: z.ZodType): readonly SchemaPath[] => pathsTo(schema, Ref);

/** Where a record type names people: every field whose schema is `PersonRef`. */
export const personPaths = (schema: z.ZodType): readonly SchemaPath[] => pathsTo(schema, PersonRef);

import * as z from 'zod';
import { Ref } from '../record/field.ts';
import type { Lifecycle } from '../record/lifecycle.ts';
import type { RecordKind } from '../record/record-types.ts';
import { recordKinds, recordTypes } from '../record/record-types.ts';
import { smallSchemas } from './file-schema.ts';

type Json = { [key: string]: unknown };

/** One generated schema file: `docs/schema/<name>`. */
export type SchemaFile = { name: string; json: Json };

const DAY = '^\\d{4}-\\d{2}-\\d{2}$';

/** Checks written in code do not reach JSON Schema by themselves; a day at least keeps its shape. */
function describeText(context: { zodSchema: z.core.$ZodType; jsonSchema: Json }): void {
  const { zodSchema, jsonSchema } = context;
  if (zodSchema === Ref) jsonSchema.description = 'Id of a record, or <program key>/id';
  const [check] = (zodSchema._zod.def.checks ?? []) as readonly z.core.$ZodCheck[];
  const message = check?._zod.def.error?.({} as never);
  if (typeof message !== 'string' || jsonSchema.type !== 'string') return;
  jsonSchema.description = message;
  if (message.startsWith('a day that')) jsonSchema.pattern = DAY;
}

const toJson = (schema: z.ZodType): Json =>
  z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: (context) => describeText(context as never),
  }) as Json;

/** `response.strategy` becomes required `response` with required `strategy` inside. */
function requireFields(fields: readonly string[]): Json {
  const heads = [...new Set(fields.map((field) => field.split('.')[0] ?? field))];
  const properties: Json = {};
  for (const head of heads) {
    const inner = fields
      .filter((field) => field.startsWith(`${head}.`))
      .map((field) => field.slice(head.length + 1));
    if (inner.length > 0) properties[head] = requireFields(inner);
  }
  return Object.keys(properties).length > 0 ? { required: heads, properties } : { required: heads };
}

/** Required-per-state as if/then, which editors explain better than alternatives (domain 6.1). */
function stateRules({ states, required }: Lifecycle): readonly Json[] {
  const rules: Readonly<Record<string, readonly string[] | undefined>> = required;
  // The first state is where capture starts and asks for a title only (rulings B4).
  return states.slice(1).flatMap((state) => {
    const fields = rules[state] ?? [];
    if (fields.length === 0) return [];
    const when = { required: ['status'], properties: { status: { const: state } } };
    return [
      Object.fromEntries([
        ['if', when],
        ['then', requireFields(fields)],
      ]),
    ];
  });
}

function recordSchema(kind: RecordKind): Json {
  const { schema, lifecycle, id } = recordTypes[kind];
  const json = toJson(schema);
  const properties = json.properties as Json;
  const allOf = stateRules(lifecycle);
  return {
    ...json,
    title: `Milepost ${kind.replaceAll('_', ' ')}`,
    properties: { ...properties, id: { type: 'string', pattern: id.source } },
    ...(allOf.length > 0 ? { allOf } : {}),
  };
}

/** JSON Schema (draft-7) of every file type, for editors: one for each record type and each small file. */
export function schemaFiles(): readonly SchemaFile[] {
  const records = recordKinds.map((kind) => ({
    name: `${kind}.schema.json`,
    json: recordSchema(kind),
  }));
  const small = Object.entries(smallSchemas).map(([name, schema]) => ({
    name: `${name}.schema.json`,
    json: { ...toJson(schema), title: `Milepost ${name}` },
  }));
  return [...records, ...small];
}

/** The exact text of a schema file on disk. */
export const schemaText = ({ json }: SchemaFile): string => `${JSON.stringify(json, null, 2)}\n`;

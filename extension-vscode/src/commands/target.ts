import * as z from 'zod';
import type { OpenProgram, Programs } from '../program/programs.ts';

/**
 * What a command was called on: a row of a tree, or plain arguments of a key binding, a link or a test. Anything
 * given is not asked for again.
 */
export const Target = z.looseObject({
  /** Key of the program, where the workspace holds several. */
  program: z.string().optional(),
  id: z.string().optional(),
  path: z.string().optional(),
  gate: z.string().optional(),
  role: z.string().optional(),
});
export type Target = z.infer<typeof Target>;

const Row = z.object({
  program: z.object({ key: z.string() }),
  row: z.object({ subject: Target.optional() }),
});

/** Reads the argument of a command by the command's own fields; what is neither shape counts as nothing given. */
export function readTarget<Schema extends z.ZodType<Target>>(
  given: unknown,
  schema: Schema,
): z.infer<Schema> {
  const row = Row.safeParse(given);
  const plain: unknown = row.success
    ? { ...row.data.row.subject, program: row.data.program.key }
    : given;
  const read = schema.safeParse(plain);
  return read.success ? read.data : schema.parse({});
}

/** The program a target belongs to: the one it names, else the one that has the record, else the first. */
export async function programOf(
  programs: Programs,
  target: Target,
): Promise<OpenProgram | undefined> {
  const open = await programs.find();
  const named = open.find((program) => program.key === target.program);
  if (named !== undefined || open.length < 2) return named ?? open[0];
  const id = target.id ?? target.gate;
  for (const program of open)
    if (id !== undefined && (await program.model.program()).records.has(id)) return program;
  return open[0];
}

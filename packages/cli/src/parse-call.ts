import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '@milepost/shared/result';
import type { Arguments, Command, OptionSpec } from './command.ts';

/** Options every command takes. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  program: {
    type: 'string',
    value: 'DIR',
    help: 'folder that holds program.yaml (default: found from here)',
  },
  'as-of': { type: 'string', value: 'DATE', help: 'judge facts as of this day (default: today)' },
  format: {
    type: 'string',
    value: 'text|json|markdown|github',
    help: 'how to print (default: text)',
  },
  'fail-on': {
    type: 'string',
    value: 'error|warn',
    help: 'exit 1 for findings at or above (default: error)',
  },
  'no-cache': { type: 'boolean', help: 'parse every file anew; answers are the same' },
  help: { type: 'boolean', short: 'h', help: 'show this help' },
};

/** Splits a command's arguments; an unknown option or a missing value is a usage error in words. */
export function parseCall(command: Command, argv: readonly string[]): Result<Arguments, string> {
  const specs = { ...commonOptions, ...command.options };
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short && { short }), ...(multiple && { multiple }) },
    ]),
  );
  try {
    const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    return ok({ positionals: parsed.positionals, options: parsed.values as Arguments['options'] });
  } catch (error) {
    if (error instanceof TypeError) return fail(error.message.split('. To specify')[0] ?? '');
    throw error;
  }
}

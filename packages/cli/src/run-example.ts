import { fileURLToPath } from 'node:url';
import { commands } from './commands.ts';
import { compose } from './compose.ts';
import { type Printed, runCall } from './run-call.ts';

const example = fileURLToPath(new URL('../../../examples/payments', import.meta.url));

/** The command line on the example program as it is told, for tests: no colour, a fixed day. */
export const runExample = (command: string, ...rest: string[]): Promise<Printed> =>
  runIn(example, command, '--as-of', '2026-03-10', ...rest);

/** The command line in some folder, with the real file system and the real Git. */
export function runIn(cwd: string, ...argv: string[]): Promise<Printed> {
  const environment = compose(cwd);
  return runCall(argv, commands, { ...environment, terminal: { colour: false, width: 200 } });
}

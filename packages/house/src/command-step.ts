import { type CommandOptions, runCommand } from './run-command.ts';
import type { Outcome, Step } from './step.ts';

/** A step that is one program: it passes when the program ends with 0. */
export const commandStep = (
  name: string,
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Step => ({
  name,
  async run(): Promise<Outcome> {
    const { code, output } = await runCommand(command, args, options);
    return code === 0 ? { state: 'passed' } : { state: 'failed', output };
  },
});

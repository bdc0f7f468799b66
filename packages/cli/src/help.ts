import type { Command, OptionSpec } from './command.ts';
import { commonOptions } from './parse-call.ts';

const optionLine = (name: string, spec: OptionSpec): string => {
  const left = `${spec.short ? `-${spec.short}, ` : ''}--${name}${spec.value ? ` ${spec.value}` : ''}`;
  return `  ${left.padEnd(34)} ${spec.help}`;
};

const optionLines = (options: Readonly<Record<string, OptionSpec>>): string =>
  Object.entries(options)
    .map(([name, spec]) => optionLine(name, spec))
    .join('\n');

/** Help of one command, examples first: most readers came for them. */
export function commandHelp(command: Command): string {
  const own = optionLines(command.options);
  return [
    command.summary,
    '',
    `Usage: milepost ${[command.name, command.positionals, '[options]'].filter(Boolean).join(' ')}`,
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
    ...(own ? ['', 'Options:', own] : []),
    '',
    'Everywhere:',
    optionLines(commonOptions),
  ].join('\n');
}

/** The list of commands. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'milepost reads, checks, measures and reports a program kept as files in Git.',
    '',
    'Usage: milepost COMMAND [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'milepost COMMAND --help shows options and examples.',
    'Exit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong call, 3 cannot read.',
  ].join('\n');
}

import type { Program } from '@milepost/shared/program/program';
import { isDay } from '@milepost/shared/record/field';
import { sayFinding } from '@milepost/shared/words/say-finding';
import {
  type Arguments,
  type CannotRead,
  type Command,
  cannotRead,
  type Environment,
  FORMATS,
  type Format,
  flag,
  type Output,
  stringOption,
  usage,
} from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { parseCall } from './parse-call.ts';

export type Printed = { code: number; stdout: string; stderr: string };

const say = (code: number, stdout: string, stderr = ''): Printed => ({ code, stdout, stderr });

function print(output: Output, format: Format): Printed {
  if (format === 'json') return say(output.code, JSON.stringify(output.data, null, 2));
  if (output.code >= 2) return say(output.code, '', output.text());
  const render = format === 'text' ? output.text : (output[format] ?? output.text);
  return say(output.code, render());
}

function readFormat(given: Arguments): Format | undefined {
  const value = stringOption(given, 'format') ?? 'text';
  return FORMATS.find((format) => format === value);
}

/** Without its charter a program has another calendar, other scales, another name: no figure of it would be true. */
function charterRefusal({ readOnly, broken }: Program): CannotRead | undefined {
  if (readOnly === undefined) return undefined;
  const finding = broken.find(({ path }) => path === 'program.yaml')?.findings[0];
  const why = finding ? `, line ${finding.line}: ${sayFinding(finding)}` : '';
  const message =
    readOnly === 'newer-format'
      ? 'program.yaml uses a newer format.'
      : `program.yaml cannot be read${why}.`;
  const next =
    readOnly === 'newer-format' ? 'Update milepost to read it.' : 'milepost check says more.';
  return { code: 3, message, next };
}

async function runCommand(
  command: Command,
  given: Arguments,
  format: Format,
  environment: Environment,
): Promise<Output> {
  const asOf = stringOption(given, 'as-of') ?? environment.today;
  if (!isDay(asOf)) return usage(`--as-of ${asOf} is not a day. Write it as 2026-03-10.`);
  const run = { environment, asOf, format, arguments: given };
  if (command.needs === 'nothing') return command.run(run);
  const directory = await environment.files.find(stringOption(given, 'program'));
  if (!directory.ok) return cannotRead(directory.error);
  const program = await environment.files.read(directory.value, {
    cache: !flag(given, 'no-cache'),
  });
  if (!program.ok) return cannotRead(program.error);
  const refusal = command.name === 'check' ? undefined : charterRefusal(program.value);
  if (refusal) return cannotRead(refusal);
  return command.run({ ...run, directory: directory.value, program: program.value });
}

/** One call of the command line, from its words to what it prints. Never throws for wrong input. */
export async function runCall(
  argv: readonly string[],
  commands: readonly Command[],
  environment: Environment,
): Promise<Printed> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return say(name === undefined ? 2 : 0, generalHelp(commands));
  const command = commands.find((known) => known.name === name);
  if (!command)
    return say(2, '', `There is no command ${name}. milepost --help lists the commands.`);
  const given = parseCall(command, rest);
  if (!given.ok) return say(2, '', `${given.error}\nmilepost ${name} --help shows what it takes.`);
  if (given.value.options.help === true) return say(0, commandHelp(command));
  const format = readFormat(given.value);
  if (!format) return say(2, '', `--format takes one of ${FORMATS.join(', ')}.`);
  return print(await runCommand(command, given.value, format, environment), format);
}

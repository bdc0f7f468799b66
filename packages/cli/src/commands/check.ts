import { relative } from 'node:path';
import { checkProgram } from '@milepost/shared/program/check-program';
import type { Finding } from '@milepost/shared/program/finding';
import { sayFinding } from '@milepost/shared/words/say-finding';
import {
  type Command,
  cannotRead,
  type Output,
  type Run,
  stringOption,
  usage,
} from '../command.ts';
import { plural } from '../text/say.ts';
import { paint, plainText, type Tone } from '../text/style.ts';
import { markdownTable } from '../text/table.ts';

const TONES: Record<Finding['severity'], Tone> = {
  error: 'critical',
  warn: 'medium',
  info: 'muted',
};
const SEVERITIES: readonly Finding['severity'][] = ['error', 'warn', 'info'];
const COMMANDS: Record<Finding['severity'], string> = {
  error: 'error',
  warn: 'warning',
  info: 'notice',
};

const messageOf = (finding: Finding): string => plainText(sayFinding(finding));

const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      a.file.localeCompare(b.file) ||
      a.line - b.line,
  );

/** A line break or a comma would end the parameter of a workflow command. */
const escapeCommand = (text: string): string =>
  text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');

function summary(findings: readonly Finding[]): string {
  const counts = SEVERITIES.map(
    (severity) => findings.filter((each) => each.severity === severity).length,
  );
  const [errors = 0, warnings = 0, notes = 0] = counts;
  return findings.length === 0
    ? 'Nothing to say.'
    : `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(notes, 'note')}`;
}

function output(run: Run, findings: readonly Finding[], failOn: 'error' | 'warn'): Output {
  const { colour } = run.environment.terminal;
  const fails = findings.some(({ severity }) => severity === 'error' || severity === failOn);
  const line = (finding: Finding) =>
    `${plainText(finding.file)}:${finding.line}:${finding.column}  ${paint(finding.severity, TONES[finding.severity], colour)}  ${finding.rule}  ${messageOf(finding)}`;
  const folder = relative(run.environment.cwd, run.directory) || '.';
  return {
    code: fails ? 1 : 0,
    data: { findings: findings.map((finding) => ({ ...finding, message: messageOf(finding) })) },
    text: () => [...findings.map(line), summary(findings)].join('\n'),
    markdown: () =>
      findings.length === 0
        ? summary(findings)
        : `${summary(findings)}\n\n${markdownTable({
            head: ['Where', 'Severity', 'Rule', 'What'],
            rows: findings.map((each) => [
              `${each.file}:${each.line}`,
              each.severity,
              each.rule,
              messageOf(each),
            ]),
          })}`,
    github: () =>
      findings
        .map(
          (each) =>
            `::${COMMANDS[each.severity]} file=${escapeCommand(`${folder}/${each.file}`)},line=${each.line},col=${each.column},title=${each.rule}::${messageOf(each).replaceAll('%', '%25').replaceAll('\n', '%0A')}`,
        )
        .join('\n'),
  };
}

/** Domain 1.19. JSON: `{findings:[{rule, severity, file, line, column, message, fix?}]}`. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'Check every file against the data-quality rules.',
  positionals: '',
  options: {
    base: { type: 'string', value: 'REV', help: 'also compare with where this branch left REV' },
  },
  examples: ['milepost check', 'milepost check --base origin/main --format github --fail-on warn'],
  needs: 'program',
  run: async (run) => {
    const failOn = stringOption(run.arguments, 'fail-on') ?? 'error';
    if (failOn !== 'error' && failOn !== 'warn') return usage('--fail-on takes error or warn.');
    const revision = stringOption(run.arguments, 'base');
    const options = { asOf: run.asOf };
    if (revision === undefined)
      return output(run, inOrder(checkProgram(run.program, options)), failOn);
    const start = await run.environment.history.mergeBase(run.directory, revision);
    if (!start.ok) return cannotRead(start.error);
    const base = await run.environment.history.programAt(run.directory, start.value);
    if (!base.ok) return cannotRead(base.error);
    return output(
      run,
      inOrder(checkProgram(run.program, { ...options, base: base.value })),
      failOn,
    );
  },
};

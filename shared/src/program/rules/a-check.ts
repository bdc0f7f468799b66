import { aProgram, type ProgramParts } from '../../schedule/a-program.ts';
import { checkProgram } from '../check-program.ts';
import type { Finding } from '../finding.ts';

type Plain = { id: string } & Readonly<Record<string, unknown>>;

type Told = ProgramParts & {
  asOf?: string;
  /** Records before the change under review, where one is. */
  before?: readonly Plain[];
  /** What else the program said before. */
  beforeParts?: ProgramParts;
};

/** Findings of one rule over plain records on Tuesday 10 March 2026 unless said otherwise: for tests. */
export function someFindings(
  rule: string,
  records: readonly Plain[],
  { asOf = '2026-03-10', before, beforeParts, ...parts }: Told = {},
): readonly Finding[] {
  const base = before === undefined ? {} : { base: aProgram(before, beforeParts ?? parts) };
  const findings = checkProgram(aProgram(records, parts), { asOf, ...base });
  return findings.filter((finding) => finding.rule === rule);
}

/** `code severity id field` of each; a file stands in for an id that is not there. */
export const foundBy = (...given: Parameters<typeof someFindings>): readonly string[] =>
  someFindings(...given).map(({ code, severity, id, file, field }) =>
    [code, severity, id ?? file, ...(field === undefined ? [] : [field])].join(' '),
  );

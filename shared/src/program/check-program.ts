import type { Finding } from './finding.ts';
import { placeFinding } from './place-findings.ts';
import type { Program } from './program.ts';
import { rules } from './rules/rules.ts';

/** `asOf` is YYYY-MM-DD; `base` is the program before the change under review, for the rules that compare (DQ-04..07). */
export type CheckOptions = { asOf: string; base?: Program };

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const inOrder = (a: Finding, b: Finding): number =>
  byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.rule, b.rule);

/**
 * Everything wrong or worth saying about a program: what reading found (syntax, schema, DQ-01, DQ-16, unknown keys) and
 * the data-quality rules of domain 1.19, by file and line. Severities: readings G.21. Never throws.
 */
export function checkProgram(program: Program, { asOf, base }: CheckOptions): readonly Finding[] {
  const context = { program, asOf, base };
  const drafts = rules.flatMap((rule) => rule.check(context));
  const placed = drafts.map((draft) => placeFinding(draft, program.files.get(draft.file)));
  return [...program.findings, ...placed].sort(inOrder);
}

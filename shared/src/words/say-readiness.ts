import type {
  AssessedSignOff,
  EvidenceLevel,
  GateVerdict,
  MissingForGo,
} from '../readiness/assessment.ts';
import { type SayOptions, sayCode } from './say.ts';
import type { SayStyle } from './sentence.ts';

/** Why a sign-off does not count, with the next step where there is one. `at` facts may be timestamps: their day is said. */
export function saySignOffProblem(
  { code, facts }: AssessedSignOff['why'][number],
  style: SayStyle = 'plain',
  options: SayOptions = {},
): string {
  const { at } = facts;
  return sayCode(`signoff.${code}`, at ? { ...facts, at: at.slice(0, 10) } : facts, style, options);
}

/** One thing that stands between the gate and "go". */
export const sayMissing = (
  { code, subject, facts }: MissingForGo,
  style: SayStyle = 'plain',
  options: SayOptions = {},
): string => sayCode(`missing.${code}`, { ...facts, subject }, style, options);

export const sayVerdict = (verdict: GateVerdict, options: SayOptions = {}): string =>
  sayCode(`verdict.${verdict}`, {}, 'plain', options);

/** Rulings A3: declared, reviewed, enforced, pipeline. */
export const sayEvidenceLevel = (level: EvidenceLevel, options: SayOptions = {}): string =>
  sayCode(`evidence.${level}`, {}, 'plain', options);

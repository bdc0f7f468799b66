import type { Program } from '../program/program.ts';
import { fail, type Result } from '../result.ts';
import type { Edit, Refusal } from './edit.ts';

/** Who acts, when, and on what they see. */
export type PlanContext = {
  program: Program;
  /** Person id, `@login` or e-mail. */
  by: string;
  /** RFC 3339. */
  at: string;
  /** The day of `at` in the program's time zone. */
  today: string;
  /** Ids used outside this program text: in the outbox, on other people's branches (rulings B8). */
  taken: readonly string[];
};

export type Planned = Result<Edit, Refusal>;
export type Refused = { ok: false; error: Refusal };

/** A no with its reason: what is missing and who can give it. */
export const refuse = (
  code: string,
  facts: Refusal['facts'] = {},
  whoCan: readonly string[] = [],
): Refused => fail({ code, facts, whoCan });

import type { Program } from '../program/program.ts';
import { ok } from '../result.ts';
import { checkResult } from './check-result.ts';
import type { Intent } from './intent.ts';
import { markControlled } from './mark-controlled.ts';
import { type PlanContext, type Planned, refuse } from './plan-context.ts';
import { planners } from './planners.ts';

export type Actor = {
  /** Person id, `@login` or e-mail. */
  by: string;
  /** RFC 3339. */
  at: string;
  /** The day of `at` in the program's time zone. */
  today: string;
  /** Ids in the outbox and on other people's branches; they are not given out again. */
  taken?: readonly string[];
};

/**
 * The edit that carries out one intention of a person, or the reason why not: what is missing and who can give it.
 * Guards run here (domain part 1); nothing is written.
 */
export function planEdit(program: Program, intent: Intent, actor: Actor): Planned {
  if (program.readOnly !== undefined) return refuse('read-only', { reason: program.readOnly });
  const context: PlanContext = { program, taken: [], ...actor };
  const plan = planners[intent.intent] as (intent: Intent, context: PlanContext) => Planned;
  const planned = plan(intent, context);
  if (!planned.ok) return planned;
  const checked = checkResult(context, planned.value);
  return checked.ok ? ok(markControlled(context, checked.value)) : checked;
}

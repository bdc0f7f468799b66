import type { Actor } from '@milepost/shared/change/plan-edit';
import type { Program } from '@milepost/shared/program/program';
import { dayOf } from '@milepost/shared/schedule/day-of';
import type { Environment } from './command.ts';

/**
 * Who acts: the person whose e-mail Git knows, else that e-mail as it stands (rulings B4 accepts it, with a warning).
 * Without any Git identity the word `unknown` would be a lie in a log, so the caller is asked to set one.
 */
export async function findActor(
  program: Program,
  directory: string,
  environment: Environment,
): Promise<Actor | undefined> {
  const { email } = await environment.identity(directory);
  if (!email) return undefined;
  const person = program.people.people.find(
    (known) => known.email?.toLowerCase() === email.toLowerCase(),
  );
  return {
    by: person?.id ?? email,
    at: environment.now,
    today: dayOf(environment.now, program.charter.timezone),
  };
}

export const NO_IDENTITY =
  'Git does not know who you are. Set it with git config user.email you@example.com.';

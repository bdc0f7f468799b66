import type { Badge, Said } from '@milepost/shared/context/badge';
import type { AssessedSignOff } from '@milepost/shared/readiness/assessment';
import { findPerson } from '@milepost/shared/readiness/roles';
import { type DayStyle, formatDay } from '@milepost/shared/words/format-day';
import { say } from '@milepost/shared/words/say';
import { accessibleName, sayBadgeState } from '@milepost/shared/words/say-badge';
import { saySignOffProblem as sayProblem } from '@milepost/shared/words/say-readiness';
import type { ProgramFacts } from './facts.ts';

type Year = Pick<ProgramFacts, 'asOf'>;

const yearOf = ({ asOf }: Year): number => Number(asOf.slice(0, 4));

/** `12 Jun`, or `12 Jun 2027` outside the year looked at (interaction section 2). */
export const sayDay = (moment: string, facts: Year, style: DayStyle = 'short'): string =>
  formatDay(moment.slice(0, 10), yearOf(facts), style);

export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const ROLES: Readonly<Record<string, string>> = {
  security_grc: 'Security and compliance',
  sre_ops_lead: 'SRE and operations',
  qa_lead: 'Quality',
  cab: 'Change advisory board',
  pm_director: 'PM director',
};

/** A role as people say it: `Security and compliance`, `Support`. */
export const roleName = (role: string): string =>
  ROLES[role] ?? capital(role.replace(/_lead$/, '').replaceAll('_', ' '));

/** A person's name where the program knows it, else the reference as written. */
export const personName = ({ program }: Pick<ProgramFacts, 'program'>, ref: string): string =>
  findPerson(program, ref)?.name ?? ref;

export const personNames = (
  facts: Pick<ProgramFacts, 'program'>,
  refs: readonly string[],
): string => refs.map((ref) => personName(facts, ref)).join(', ');

/** Why a sign-off does not count: in a word for the row, in a sentence for its hover. */
export const saySignOffProblem = (
  problem: AssessedSignOff['why'][number],
  style: 'short' | 'plain',
  facts: Year,
): string => sayProblem(problem, style, { year: yearOf(facts) });

/** The state of a badge: `5 days late`. */
export const sayState = (badge: Badge, facts: Year): string =>
  sayBadgeState(badge, { year: yearOf(facts) });

/** One fact that made a level. */
export const sayFact = (said: Said, facts: Year): string =>
  say(said, 'plain', { year: yearOf(facts) });

/** A badge for people who do not see it; a row opens by itself, so it does not say how. */
export const sayBadgeName = (badge: Badge, facts: Year): string =>
  accessibleName(badge, 'strip', { year: yearOf(facts) }).replace(/\. Open details$/, '');

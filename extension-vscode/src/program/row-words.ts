import type { Badge, Said } from '@milepost/shared/context/badge';
import type { AssessedSignOff } from '@milepost/shared/readiness/assessment';
import type { ProgramFacts } from './facts.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** `12 Jun`, or `12 Jun 2027` outside the year looked at (interaction section 2). */
export function sayDay(day: string, { asOf }: Pick<ProgramFacts, 'asOf'>): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  const text = `${Number(date)} ${MONTHS[Number(month) - 1] ?? month}`;
  return year === asOf.slice(0, 4) ? text : `${text} ${year}`;
}

/** `Fri 5 Jun`: a day on which somebody must act. */
export const sayActDay = (day: string, facts: Pick<ProgramFacts, 'asOf'>): string =>
  `${WEEKDAYS[new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay()]} ${sayDay(day, facts)}`;

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

const PROBLEMS: Record<AssessedSignOff['why'][number]['code'], string> = {
  missing: 'not given',
  pending: 'pending',
  rejected: 'rejected',
  'not-required': 'marked as not required',
  unsigned: 'nobody is named',
  'role-not-held': 'the signatory did not hold the role',
  'covers-mismatch': 'criteria changed after it',
  'no-digest': 'does not say which criteria it covers',
  expired: 'expired',
  'criterion-regressed': 'a criterion is no longer met',
  'conditions-incomplete': 'its conditions are not complete',
  'only-evidence-author': 'the signatory gave all the evidence',
  'evidence-too-low': 'needs a review or stronger evidence',
};

/** Why a sign-off does not count, in a few words. */
export const saySignOffProblem = (problem: AssessedSignOff['why'][number]): string =>
  PROBLEMS[problem.code];

const factsIn = (said: Said): string =>
  Object.values(said.facts)
    .map((value) => String(value))
    .join(', ');

/** The state of a badge: `5 days late`. */
export const sayState = (badge: Badge, _facts: Pick<ProgramFacts, 'asOf'>): string =>
  `${badge.state.code.replaceAll('-', ' ')} ${factsIn(badge.state)}`.trim();

/** One fact that made a level. */
export const sayFact = (said: Said, _facts: Pick<ProgramFacts, 'asOf'>): string =>
  `${said.code.replaceAll('-', ' ')} ${factsIn(said)}`.trim();

/** A badge for people who do not see it. */
export const sayBadgeName = (badge: Badge, facts: Pick<ProgramFacts, 'asOf'>): string =>
  `${capital(badge.kind)} ${badge.id}, ${badge.title}, ${sayState(badge, facts)}`;

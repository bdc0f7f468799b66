import type { ChangeCode, ProgramChange } from '../change/program-change.ts';

type Facts = ProgramChange['facts'];

const words = (value: unknown): string => String(value ?? '').replaceAll('_', ' ');
const list = (value: unknown): string =>
  Array.isArray(value) ? value.map(words).join(', ') : words(value);

const moved = ({ from, to, days }: Facts): string => {
  const count = Number(days);
  const size = Math.abs(count);
  const unit = size === 1 ? 'working day' : 'working days';
  return `from ${from} to ${to} (${size} ${unit} ${count < 0 ? 'earlier' : 'later'})`;
};

const owner = ({ from, to }: Facts): string => {
  if (!to) return `no longer has an owner (was ${from})`;
  return from ? `owner changed from ${from} to ${to}` : `owner is now ${to}`;
};

const withOutcome = ({ outcome }: Facts): string => (outcome ? `: ${words(outcome)}` : '');

const sentences: Readonly<Record<ChangeCode, (facts: Facts) => string>> = {
  added: ({ status }) => `added as ${words(status)}`,
  removed: () => 'file is gone',
  closed: (facts) => `${words(facts.to)}${withOutcome(facts)}`,
  'status-moved': ({ from, to }) => `moved from ${words(from)} to ${words(to)}`,
  reopened: ({ from, to }) => `reopened: ${words(from)} to ${words(to)}`,
  voided: () => 'voided, it was created by mistake',
  'forecast-moved': (facts) => `forecast moved ${moved(facts)}`,
  'forecast-confirmed': ({ date }) => `forecast confirmed: ${date}`,
  'committed-date-moved': (facts) => `committed date moved ${moved(facts)}`,
  'date-set': (facts) =>
    facts.from === undefined
      ? `${words(facts.field)} set to ${facts.to}`
      : `${words(facts.field)} moved ${moved(facts)}`,
  'owner-changed': owner,
  assessed: ({ state, probability, impact }) =>
    `assessed (${words(state)}): probability ${probability}, impact ${impact}`,
  'criterion-met': () => 'criterion met',
  'criterion-regressed': () => 'criterion is no longer met',
  'criterion-waived': () => 'criterion waived',
  'gate-decided': ({ outcome, by }) => `decided: ${words(outcome)}${by ? ` by ${by}` : ''}`,
  'signed-off': ({ role, by, decision }) => `${words(decision)} as ${words(role)} by ${by}`,
  'sign-off-rejected': ({ role, by }) => `rejected as ${words(role)} by ${by}`,
  'sign-off-changed': ({ role, decision }) =>
    `sign-off as ${words(role)} is now ${words(decision)}`,
  'evidence-added': ({ names }) => `evidence added: ${list(names)}`,
  linked: ({ names }) => `linked to ${list(names)}`,
  approved: ({ names }) => `approval recorded by ${list(names)}`,
  'text-edited': ({ fields }) => `edited: ${list(fields)}`,
  'settings-edited': ({ fields }) => `settings edited: ${list(fields)}`,
};

/** One line about a change, without the record's id and title: `forecast moved from … (5 working days later)`. */
export const sayChange = ({ code, facts }: Pick<ProgramChange, 'code' | 'facts'>): string =>
  sentences[code](facts);

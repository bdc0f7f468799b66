import type { People, Person } from '@milepost/shared/record/people';

/** What the machine knows about the person in front of it. Any part may be missing. */
export type Claim = {
  /** The setting `milepost.person`. */
  setting?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
  githubLogin?: string | undefined;
};

export type Identity =
  | { known: true; person: Person; how: 'setting' | 'email' | 'github'; differs?: Differs }
  | { known: false; code: 'no-claim' | 'not-in-people' | 'not-active'; claimed: string };

/** Two sources name two people: said, never resolved silently. */
export type Differs = { source: 'email' | 'github'; value: string; person: string };

const same = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase();

const login = (text: string | undefined): string | undefined => text?.replace(/^@/, '');

const finders = {
  setting: (people: People, claim: Claim) =>
    people.people.find((person) => person.id === claim.setting),
  email: (people: People, claim: Claim) =>
    people.people.find((person) => same(person.email, claim.email)),
  github: (people: People, claim: Claim) =>
    people.people.find((person) => same(login(person.github), login(claim.githubLogin))),
} as const;

function differing(people: People, claim: Claim, chosen: Person): Differs | undefined {
  for (const source of ['email', 'github'] as const) {
    const other = finders[source](people, claim);
    const value = source === 'email' ? claim.email : claim.githubLogin;
    if (other !== undefined && other.id !== chosen.id && value !== undefined)
      return { source, value, person: other.id };
  }
  return undefined;
}

/** A person named in the settings who is not in the program must not fall back to somebody else. */
const sourcesOf = (claim: Claim): readonly ('setting' | 'email' | 'github')[] =>
  claim.setting ? ['setting'] : ['email', 'github'];

const claimedBy = (claim: Claim): string =>
  [claim.setting, claim.email, claim.githubLogin, claim.name].find((text) => text) ?? '';

/** Maps the Git identity or the GitHub login to a person of `people.yaml` (rulings A5: declared, not vouched for). */
export function identify(people: People, claim: Claim): Identity {
  const claimed = claimedBy(claim);
  if (claimed === '') return { known: false, code: 'no-claim', claimed };
  for (const how of sourcesOf(claim)) {
    const person = finders[how](people, claim);
    if (person === undefined) continue;
    if (!person.active) return { known: false, code: 'not-active', claimed: person.id };
    const differs = differing(people, claim, person);
    return { known: true, person, how, ...(differs ? { differs } : {}) };
  }
  return { known: false, code: 'not-in-people', claimed };
}

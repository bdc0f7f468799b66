const NOBODY = /^(?:|tbd|todo|n\/?a|none)$/i;
const GROUP = /^(?:sig|wg)-/i;
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;
/** `@login` that is neither part of an address nor a team such as `@org/team`. */
const MENTION = /(?<![\w.])@([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))(?![\w/-])/g;

/** `logins` keep their spelling; `unread` are entries that name somebody, but no one person. */
export type ReadPeople = { logins: readonly string[]; unread: readonly string[] };

function readOne(entry: string): readonly string[] | undefined {
  const text = entry.trim().replace(/^["“”']+|["“”']+$/g, '');
  if (NOBODY.test(text)) return [];
  const mentioned = [...text.matchAll(MENTION)].map(([, login = '']) => login);
  if (mentioned.length > 0) return mentioned;
  return LOGIN.test(text) && !GROUP.test(text) ? [text] : undefined;
}

/** Logins of a list of people as KEPs write them: `@login`, `login`, `“@login”`, `@login - for the API part`. */
export function readPeople(value: unknown): ReadPeople {
  const entries = (Array.isArray(value) ? value : [value]).filter(
    (entry) => entry !== undefined && entry !== null,
  );
  const read = entries.map((entry) => ({ entry: String(entry), found: readOne(String(entry)) }));
  return {
    logins: read.flatMap(({ found }) => found ?? []),
    unread: read.filter(({ found }) => found === undefined).map(({ entry }) => entry),
  };
}

/** Person id of a login: GitHub does not tell `Bob` from `bob`. */
export const personOf = (login: string): string => login.toLowerCase();

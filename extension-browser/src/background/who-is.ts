import type { ProgramAddress } from '../messages/own-message.ts';

type Author = { name: string; email: string };

const NOBODY: Author = { name: 'Milepost', email: 'milepost@users.noreply.invalid' };

type User = { id?: unknown; login?: unknown };

/** Who a GitHub token belongs to, asked once at connect; commits of other hosts are signed by the address the form gave. */
export async function whoIs(address: ProgramAddress, token: string | undefined): Promise<Author> {
  if (address.signedAs?.trim()) return authorOf(address.signedAs);
  if (!token || new URL(address.url).host !== 'github.com') return NOBODY;
  try {
    const answer = await fetch('https://api.github.com/user', {
      credentials: 'omit',
      headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
      signal: AbortSignal.timeout(10_000),
    });
    const user = answer.ok ? ((await answer.json()) as User) : {};
    if (typeof user.login !== 'string') return NOBODY;
    return { name: user.login, email: `${user.id}+${user.login}@users.noreply.github.com` };
  } catch {
    // A host that does not tell who owns a token: the commit is still made, by nobody in particular.
    return NOBODY;
  }
}

/** `Ana Silva <ana@acme.test>`, or a name alone, or an e-mail alone. */
export function authorOf(signedAs: string): Author {
  const text = signedAs.replace(/[\r\n<>]+(?![^<>]*@[^<>]*>)/g, ' ').trim();
  const [, name, email] = /^([^<>]*)<([^<>\s]+@[^<>\s]+)>$/.exec(signedAs.trim()) ?? [];
  if (email) return { name: name?.trim() || email, email };
  if (/^\S+@\S+$/.test(text)) return { name: text, email: text };
  return { name: text, email: NOBODY.email };
}

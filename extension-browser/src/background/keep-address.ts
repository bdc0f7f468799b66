import { splitAddress } from '@milepost/store/git/split-address';
import type { ProgramAddress } from '../messages/own-message.ts';

/** Beginnings of the tokens of GitHub and GitLab, which both take in place of a user name. */
const TOKEN = /^(gh[a-z]|github_pat|glpat)[_-]/;

export type KeptAddress<Place extends { url: string }> = {
  /** Without credentials: it is shown, kept as a name and goes to pages in links. */
  place: Place;
  token?: string;
  /** User name to send with the token, for hosts that want a certain one. */
  user?: string;
};

/** Takes what was written into an address as user name and password out of it. A token of its own field goes first. */
export function keepAddress<Place extends Pick<ProgramAddress, 'url'>>(
  place: Place,
  token: string | undefined,
): KeptAddress<Place> {
  const { url, user, password } = splitAddress(place.url.trim());
  const isToken = user !== undefined && password === undefined && TOKEN.test(user);
  const given = token || password || (isToken ? user : undefined);
  return {
    place: { ...place, url },
    ...(given && { token: given }),
    ...(user && !isToken && user !== given && { user }),
  };
}

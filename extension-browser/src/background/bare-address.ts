import { splitAddress } from '@milepost/store/git/split-address';
import type { ProgramAddress } from '../messages/own-message.ts';

/**
 * The address without what was written into it, and the token: a password in an address would end up in links and
 * messages. A token typed in its own field wins.
 */
export function bareAddress<Address extends ProgramAddress>(
  address: Address,
  token: string | undefined,
): { address: Address; token: string | undefined } {
  const { url, password } = splitAddress(address.url);
  return { address: { ...address, url }, token: token || password };
}

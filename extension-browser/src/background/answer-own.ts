import type { Program } from '@milepost/shared/program/program';
import type { SyncState } from '@milepost/store/store';
import type { CheckResult, ConnectedProgram, ProgramAddress } from '../messages/own-message.ts';
import type { OwnMessage } from '../messages/request-schema.ts';
import { words } from '../words.ts';
import type { ConnectedPrograms, LiveProgram } from './connected-programs.ts';
import { type KeptAddress, keepAddress } from './keep-address.ts';
import type { ProgramConfig } from './own-database.ts';
import { sayBroken } from './say-broken.ts';
import { refuseHttp } from './say-check.ts';
import { sayFailure } from './say-failure.ts';

export type OwnParts = {
  programs: ConnectedPrograms;
  check: (
    address: ProgramAddress & { user?: string },
    token: string | undefined,
  ) => Promise<CheckResult>;
  whoIs: (address: ProgramAddress, token: string | undefined) => Promise<ProgramConfig['author']>;
  forget: (config: ProgramConfig) => Promise<void>;
  /** Starts or stops the alarm: it runs only while something is connected. */
  schedule: () => Promise<void>;
};

/** One program, whatever way its address is written. */
export const keyOf = ({ url, branch, folder }: ProgramAddress): string => {
  const { host, pathname } = new URL(url);
  const repo = pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  return `${host}${repo}#${branch}:${folder.replace(/^\/+|\/+$/g, '')}`;
};

const asPage = (state: SyncState): Pick<ConnectedProgram, 'state' | 'trouble' | 'checkedAt'> => ({
  state: words.syncState(state),
  ...('failure' in state && { trouble: sayFailure(state.failure) }),
  ...('checkedAt' in state && state.checkedAt && { checkedAt: state.checkedAt }),
});

async function describe(live: LiveProgram): Promise<ConnectedProgram> {
  const store = await live.store();
  // A background that just woke knows the facts but not their age.
  if (store.state().state === 'never-read') void store.sync(AbortSignal.timeout(60_000));
  const [program, pending]: [Program, readonly unknown[]] = await Promise.all([
    store.program(),
    store.pending(),
  ]);
  const { key, url, branch, folder, token, name, asOf } = live.config;
  return {
    ...{ key, url, branch, folder, name },
    ...(asOf && { asOf }),
    ...(token && { tokenEnds: token.slice(-4) }),
    records: program.records.size,
    pending: pending.length,
    ...sayBroken(program, live.config),
    ...asPage(store.state()),
  };
}

const check = async (
  parts: OwnParts,
  { place, token, user }: KeptAddress<ProgramAddress>,
): Promise<CheckResult> =>
  place.url.startsWith('http:')
    ? refuseHttp()
    : parts.check({ ...place, ...(user && { user }) }, token);

async function connect(
  parts: OwnParts,
  address: ProgramAddress,
  typedToken: string | undefined,
): Promise<CheckResult> {
  const kept = keepAddress(address, typedToken);
  const checked = await check(parts, kept);
  if (!checked.usable) return checked;
  const { place, token, user } = kept;
  const { asOf, ...where } = place;
  const live = await parts.programs.add({
    ...where,
    ...(asOf && { asOf }),
    folder: place.folder.replace(/^\/+|\/+$/g, ''),
    key: keyOf(place),
    name: place.url,
    author: await parts.whoIs(place, token),
    ...(token && { token }),
    ...(user && { user }),
  });
  await parts.schedule();
  await (await live.store()).sync(new AbortController().signal);
  return checked;
}

async function disconnect(parts: OwnParts, key: string): Promise<{ done: boolean }> {
  const live = await parts.programs.find(key);
  if (!live) return { done: false };
  await parts.programs.remove(key);
  await parts.forget(live.config);
  await parts.schedule();
  return { done: true };
}

const list = async (parts: OwnParts): Promise<readonly ConnectedProgram[]> =>
  Promise.all((await parts.programs.list()).map(describe));

/** Answers our own pages. */
export async function answerOwn(message: OwnMessage, parts: OwnParts): Promise<unknown> {
  switch (message.type) {
    case 'programs':
      return list(parts);
    case 'check':
      return check(parts, keepAddress(message.address, message.token));
    case 'connect':
      return connect(parts, message.address, message.token);
    case 'disconnect':
      return disconnect(parts, message.key);
    case 'sync': {
      const live = await parts.programs.find(message.key);
      if (live) await (await live.store()).sync(new AbortController().signal);
      return list(parts);
    }
  }
}

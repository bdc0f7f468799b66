import type { PageContext } from '@milepost/shared/context/context';
import { matchesProgram } from '@milepost/shared/context/matches-program';
import type { BadgesAnswer } from '../messages/message.ts';
import type { PageMessage } from '../messages/request-schema.ts';
import type { ConnectedPrograms, LiveProgram } from './connected-programs.ts';

const names = (live: LiveProgram, page: PageContext): boolean =>
  live.index !== undefined && matchesProgram(live.index, page);

async function badges(page: PageContext, programs: ConnectedPrograms): Promise<BadgesAnswer> {
  const named = (await programs.list()).filter((live) => names(live, page));
  return { named: named.length > 0, badges: [] };
}

/** Answers a content script about its own page. */
export async function answerPage(
  message: PageMessage,
  programs: ConnectedPrograms,
): Promise<unknown> {
  switch (message.type) {
    case 'badges':
      return badges(message.page, programs);
    default:
      return undefined;
  }
}

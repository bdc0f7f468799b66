import { browser } from 'wxt/browser';
import { checkHost, forgetCache, openProgramStore } from '../compose.ts';
import type { ProgramAddress } from '../messages/own-message.ts';
import { type Answers, answer } from './answer.ts';
import { answerOwn } from './answer-own.ts';
import { answerPage } from './answer-page.ts';
import { connectedPrograms } from './connected-programs.ts';
import { readAll } from './own-database.ts';
import { sayCheck } from './say-check.ts';
import { whoIs } from './who-is.ts';

const ALARM = 'sync';
/** The interval is stated to the person; browsers allow no less than 30 s (rulings D5). */
const MINUTES = 1;

/** The alarm runs only while something is connected. */
async function schedule(): Promise<void> {
  const programs = await readAll('programs');
  if (programs.length === 0) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { periodInMinutes: MINUTES });
}

/** Wires the background. Listeners are registered at once, so that an event that woke the worker finds them. */
export function startBackground(): void {
  const programs = connectedPrograms(async (config) => openProgramStore(config));
  const own = {
    programs,
    whoIs,
    schedule,
    forget: forgetCache,
    check: async (
      { url, branch, folder, user }: ProgramAddress & { user?: string },
      token: string | undefined,
    ) => sayCheck(await checkHost({ url, branch, folder, ...(user && { user }) }, token), !!token),
  };
  const answers: Answers = {
    ownId: browser.runtime.id,
    ownOrigin: browser.runtime.getURL('/'),
    toPage: (message) => answerPage(message, programs),
    toOwnPage: (message) => answerOwn(message, own),
  };
  browser.runtime.onMessage.addListener((raw: unknown, sender, reply) => {
    answer(raw, sender, answers).then(reply, () => reply({ ok: false, why: 'failed' }));
    // Keeps the channel open in Chrome and Firefox alike.
    return true;
  });
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void programs.syncAll(AbortSignal.timeout(5 * 60_000));
  });
  browser.runtime.onInstalled.addListener(() => void schedule());
  browser.runtime.onStartup.addListener(() => void schedule());
}

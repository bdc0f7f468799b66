import { browser } from 'wxt/browser';
import type { PageAnswers, PageRequest } from './message.ts';
import type { OwnAnswers, OwnRequest } from './own-message.ts';

type Envelope = { ok: true; value: unknown } | { ok: false };

const isEnvelope = (answer: unknown): answer is Envelope =>
  typeof answer === 'object' && answer !== null && 'ok' in answer;

/** Sends one request; `undefined` when the background refused it or the extension was updated under the page. */
async function send(request: PageRequest | OwnRequest): Promise<unknown> {
  try {
    const answer: unknown = await browser.runtime.sendMessage(request);
    return isEnvelope(answer) && answer.ok ? answer.value : undefined;
  } catch {
    // After an update the old content script has no background left; it stays silent until the page is reloaded.
    return undefined;
  }
}

/** After a soft navigation the browser may tell our new address a moment later than the page shows it. */
const SOON = 250;

/** Asks from a host page; once more when refused, since an address may be new. */
export async function askFromPage<Request extends PageRequest>(
  request: Request,
): Promise<PageAnswers[Request['type']] | undefined> {
  const first = await send(request);
  if (first !== undefined || request.type !== 'badges') {
    return first as PageAnswers[Request['type']] | undefined;
  }
  await new Promise((next) => setTimeout(next, SOON));
  return (await send(request)) as PageAnswers[Request['type']] | undefined;
}

/** Asks from one of our own pages. */
export const askFromOwnPage = <Request extends OwnRequest>(
  request: Request,
): Promise<OwnAnswers[Request['type']] | undefined> =>
  send(request) as Promise<OwnAnswers[Request['type']] | undefined>;

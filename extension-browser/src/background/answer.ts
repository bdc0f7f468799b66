import { OwnMessage, PageMessage } from '../messages/request-schema.ts';
import { isOwnPage, type Sender, surfaceOf } from './sender-surface.ts';

export type Envelope = { ok: true; value: unknown } | { ok: false; why: string };

export type Answers = {
  ownId: string;
  ownOrigin: string;
  toPage: (message: PageMessage) => Promise<unknown>;
  toOwnPage: (message: OwnMessage) => Promise<unknown>;
};

const refuse = (why: string): Envelope => ({ ok: false, why });

/**
 * The one door of the background: who asks is told by the browser, what is asked is checked by a schema, and each surface
 * has its own list. A content script gets badges and cards of its own page and may capture; nothing else.
 */
export async function answer(raw: unknown, sender: Sender, answers: Answers): Promise<Envelope> {
  const surface = surfaceOf(sender, answers.ownId, answers.ownOrigin);
  if (surface.name === 'stranger') return refuse(surface.why);
  if (surface.name === 'own') {
    const message = OwnMessage.safeParse(raw);
    if (!message.success) return refuse('not a request of an extension page');
    return { ok: true, value: await answers.toOwnPage(message.data) };
  }
  const message = PageMessage.safeParse(raw);
  if (!message.success) return refuse('not a request of a page');
  if (!isOwnPage(surface, message.data.page)) return refuse('not this page');
  return { ok: true, value: await answers.toPage(message.data) };
}

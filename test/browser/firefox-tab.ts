import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BidiSend } from './bidi-client.ts';

export type FirefoxTab = {
  context: string;
  /** Runs an expression in the page; a promise is awaited; strings, numbers, booleans come back as they are. */
  evaluate<T = unknown>(expression: string): Promise<T>;
  /** Extension pages send no load event, so a test never waits for one: it waits for content, by `until`. */
  goto(url: string): Promise<void>;
  /** Polls an expression until it is true, or until its text contains `want`; fails with what it last saw. */
  until(expression: string, want?: string, milliseconds?: number): Promise<unknown>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
};

type Evaluated =
  | { type: 'success'; result: { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** A tab of a Firefox driven by BiDi, by its context id. */
export function firefoxTab(send: BidiSend, context: string): FirefoxTab {
  const evaluate = async <T>(expression: string): Promise<T> => {
    const reply = await send<Evaluated>('script.evaluate', {
      target: { context },
      expression,
      awaitPromise: true,
    });
    if (reply.type === 'exception') throw new Error(reply.exceptionDetails.text);
    return reply.result.value as T;
  };
  const until = async (expression: string, want?: string, milliseconds = 10_000) => {
    const end = performance.now() + milliseconds;
    const isGood = (seen: unknown) =>
      Boolean(seen) && (want === undefined || String(seen).includes(want));
    let last: { seen: unknown; good: boolean };
    do {
      last = await evaluate(expression).then(
        (seen) => ({ seen, good: isGood(seen) }),
        (error: unknown) => ({ seen: error, good: false }),
      );
      if (last.good) return last.seen;
      await sleep(100);
    } while (performance.now() < end);
    throw new Error(
      `${expression}: wanted ${want ?? 'a true value'}, last saw ${String(last.seen)}`,
    );
  };
  return {
    context,
    evaluate,
    until,
    goto: async (url) =>
      void (await send('browsingContext.navigate', { context, url, wait: 'none' })),
    async screenshot(path) {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', {
        context,
      });
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
    close: async () => void (await send('browsingContext.close', { context })),
  };
}

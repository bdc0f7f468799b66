import type { BrowserContext, CDPSession, Page } from 'playwright-core';

export type PageCost = { script: number; tasks: number; shift: number };

const NAMES = { script: 'ScriptDuration', tasks: 'TaskDuration' } as const;

async function readMetrics(session: CDPSession): Promise<Record<keyof typeof NAMES, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { script: of(NAMES.script), tasks: of(NAMES.tasks) };
}

/** Layout shift of the page as the browser reports it; ours and the page's own. */
const WATCH_SHIFT = `window.__shift = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.__shift += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

const SETTLE = 1500;

/** CPU time of the main thread (ms) and layout shift of one visit, until the page has been quiet for a while. */
export async function visitCost(context: BrowserContext, url: string): Promise<PageCost> {
  const page = await context.newPage();
  await page.addInitScript(WATCH_SHIFT);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(url);
  await page.waitForTimeout(SETTLE);
  const cost = await readMetrics(session);
  const shift = await page.evaluate(() => (window as unknown as { __shift: number }).__shift);
  await page.close();
  return { ...cost, shift };
}

/** The world of our content script in a page: where the shipped code runs and may ask the background. */
export async function contentWorld(
  page: Page,
  extension: string,
): Promise<(expression: string) => Promise<unknown>> {
  const session = await page.context().newCDPSession(page);
  const found = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.includes(extension)) resolve(context.id);
    });
  });
  await session.send('Runtime.enable');
  const contextId = await found;
  return async (expression) => {
    const answer = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  };
}

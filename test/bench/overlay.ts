import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connectProgram } from '../browser/connect-program.ts';
import { type Chromium, launchChromium } from '../browser/launch-chromium.ts';
import { createGitHandler } from '../servers/git-server.ts';
import { makeProgramRepository } from '../servers/make-program-repository.ts';
import { type PageServer, startPageServer } from '../servers/page-server.ts';
import type { Figure } from './core-match.ts';
import { riskFiles } from './core-read-files.ts';
import { contentWorld, type PageCost, visitCost } from './overlay-page.ts';

const RECORDS = 5000;
const VISITS = 7;
const WAKES = 7;
const PULL = 'https://github.com/mergify-sandbox/browser-extension-fixtures/pull/6';
const OWN_PULL = 'https://github.com/acme/pay/pull/52';

/** Told beside the others, without a budget of its own. */
const NONE = Number.MAX_SAFE_INTEGER;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Risks numbered after the example's own. */
const records = () =>
  riskFiles(RECORDS)
    .filter(({ path }) => path.startsWith('risks/'))
    .map(({ path, text }, at) => ({
      path: path.replace(/R-\d+/, `R-${at + 1000}`),
      text: text
        .replace(/^id: .*$/m, `id: R-${at + 1000}`)
        .replace(/^workstream: .*$/m, 'workstream: WS-2'),
    }));

async function connect(server: PageServer): Promise<Chromium> {
  const chromium = await launchChromium({ port: server.port });
  await connectProgram(chromium, {
    url: 'https://github.com/acme/program',
    branch: 'main',
    folder: 'program',
    asOf: '2026-03-10',
  });
  const options = await chromium.openOwn('options');
  await options.getByText('facts from').waitFor({ timeout: 120_000 });
  await options.close();
  return chromium;
}

/** Visits with and without the extension by turns, so that both meet the same noise. */
async function measurePage(bare: Chromium, ours: Chromium, url: string) {
  const pairs: { without: PageCost; withUs: PageCost }[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const without = await visitCost(bare.context, url);
    const withUs = await visitCost(ours.context, url);
    pairs.push({ without, withUs });
  }
  const of = (pick: (pair: (typeof pairs)[number]) => number) => median(pairs.map(pick));
  return {
    script: of(({ without, withUs }) => withUs.script - without.script),
    tasks: of(({ without, withUs }) => withUs.tasks - without.tasks),
    alone: of(({ without }) => without.tasks),
    shift: of(({ without, withUs }) => withUs.shift - without.shift),
  };
}

const EMPTY = fileURLToPath(new URL('./empty-extension', import.meta.url));

const ASK = `(async () => {
  const page = { host: 'github.com', repo: 'acme/pay', number: 52, title: 'PAY-12 Send settlement files', url: '${OWN_PULL}' };
  const start = performance.now();
  const answer = await chrome.runtime.sendMessage({ type: 'badges', page });
  return { took: performance.now() - start, answered: answer?.value?.badges?.length > 0 || answer?.value === undefined };
})()`;

/** From a stopped worker to the first answer that carries badges, asked by the content script. */
async function measureWake(chromium: Chromium): Promise<{ cold: number; warm: number }> {
  const page = await chromium.open(OWN_PULL);
  const ask = await contentWorld(page, chromium.id);
  const times = { cold: [] as number[], warm: [] as number[] };
  for (let wake = 0; wake < WAKES; wake++) {
    await chromium.stopWorker();
    for (const kind of ['cold', 'warm'] as const) {
      const { took, answered } = (await ask(ASK)) as { took: number; answered: boolean };
      if (!answered) throw new Error('the background answered without a badge');
      times[kind].push(took);
    }
  }
  await page.close();
  return { cold: median(times.cold), warm: median(times.warm) };
}

const figure = (name: string, value: number, unit: string, budget: number): Figure => ({
  bench: 'overlay',
  name,
  value: Math.round(value * 100) / 100,
  unit,
  budget,
  ok: value <= budget,
});

/** The shipped build in the browser with a program of 5,000 records (design, section 9). */
export async function run(): Promise<Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'milepost-overlay-'));
  makeProgramRepository(root, { records: records() });
  const git = createGitHandler({ root, publicRead: true });
  const server = await startPageServer({ git, styleDelay: 100 });
  const bare = await launchChromium({ port: server.port, extension: null });
  const empty = await launchChromium({ port: server.port, extension: EMPTY });
  const ours = await connect(server);
  try {
    const page = await measurePage(bare, ours, PULL);
    const floor = await measureWake(empty);
    const wake = await measureWake(ours);
    return [
      figure('script time added, captured pull request', page.script, 'ms', 90),
      figure('main-thread time added, captured pull request', page.tasks, 'ms', NONE),
      figure('the page alone, main-thread time', page.alone, 'ms', NONE),
      figure('layout shift added', page.shift, 'score', 0),
      figure('an empty worker, cold wake to first answer', floor.cold, 'ms', NONE),
      figure('worker cold wake to first answer', wake.cold, 'ms', NONE),
      figure('worker cold wake, added over an empty worker', wake.cold - floor.cold, 'ms', 150),
      figure('warm answer', wake.warm, 'ms', 50),
    ];
  } finally {
    await Promise.all([bare.close(), empty.close(), ours.close()]);
    await server.close();
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

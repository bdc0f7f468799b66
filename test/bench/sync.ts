import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGitServer } from '../servers/git-server.ts';
import { countTraffic } from './sync/count-traffic.ts';
import { makeRepository, type Size } from './sync/make-repository.ts';
import { type Place, type Step, steps } from './sync/peer.ts';
import { type Done, peerNames } from './sync-client.ts';

/** One step of one client. `ms` and `rss` (MB at most so far) are absent when the step was cut off or failed. */
export type SyncFigure = Size & {
  bench: 'sync';
  client: string;
  step: Step;
  requests: number;
  bytes: number;
  ms?: number;
  rss?: number;
  /** What became of a step without figures of its own. */
  failed?: string;
  ok: boolean;
};

/** Seconds one step may take. */
const patience = 120;

const sizes: readonly Size[] = [500, 5000, 20_000].flatMap((records) => [
  { records, around: 0 },
  { records, around: 50_000 },
]);

/** Budgets of ours (design 6): first sync at 5,000 records, a poll, and one change. */
const keepsBudget = ({ client, step, records, requests, bytes }: SyncFigure): boolean => {
  if (client !== 'milepost') return true;
  if (step === 'first') return records > 5000 || requests <= 60;
  if (step === 'poll') return requests === 1;
  return step === 'push' || (requests <= 4 && (records > 5000 || bytes <= 20_000));
};

const ask = (child: ChildProcess, step: Step, word: string): Promise<Done> =>
  new Promise((done) => {
    const timer = setTimeout(() => done({ error: `over ${patience} s` }), patience * 1000);
    const finish = (answer: Done) => {
      clearTimeout(timer);
      done(answer);
    };
    child.once('message', finish);
    child.once('exit', (code) => finish({ error: `ended with ${code}` }));
    child.send({ step, word });
  });

/** What is wrong with an answer: a client that did not really read or write measures nothing. */
const faultOf = (answer: Done, step: Step, { records }: Size): string | undefined => {
  if ('error' in answer) return answer.error.slice(0, 200);
  if (answer.files !== records) return `${answer.files} files`;
  const wanted = { first: 0, poll: 0, pull: 3, push: 1 }[step];
  return answer.changed === wanted ? undefined : `${answer.changed} changed`;
};

type Lap = ReturnType<typeof countTraffic>['lap'];

/** One step of one client, counted. */
async function measureStep(
  child: ChildProcess,
  known: Size & { client: string; step: Step },
  word: string,
  lap: Lap,
): Promise<SyncFigure> {
  lap();
  const answer = await ask(child, known.step, word);
  const failed = faultOf(answer, known.step, known);
  const counted = { bench: 'sync' as const, ...known, ...lap(), ok: true };
  if ('error' in answer || failed !== undefined)
    return { ...counted, failed: failed ?? '', ok: known.client !== 'milepost' };
  const { ms, rss } = answer;
  const figure = { ...counted, ms, rss };
  return { ...figure, ok: keepsBudget(figure) };
}

async function* measureClient(
  client: string,
  size: Size,
  place: Place,
  change: (word: string) => void,
  lap: Lap,
): AsyncGenerator<SyncFigure> {
  const entry = fileURLToPath(new URL('sync-client.ts', import.meta.url));
  const child = fork(entry, [client, JSON.stringify(place)], { execArgv: [], stdio: 'inherit' });
  const words = { first: '', poll: '', pull: `pull${place.home}`, push: `push${place.home}` };
  try {
    for (const step of steps) {
      const word = words[step].replace(/\W/g, '');
      if (step === 'pull') change(word);
      const figure = await measureStep(child, { client, ...size, step }, word, lap);
      yield figure;
      // What comes after would build on what is not there.
      if (figure.failed !== undefined) return;
    }
  } finally {
    child.kill('SIGKILL');
  }
}

async function* measureSize(root: string, size: Size): AsyncGenerator<SyncFigure> {
  const name = `r${size.records}-${size.around}.git`;
  const folder = size.around === 0 ? '' : 'plans/program';
  const { change } = makeRepository(root, name, folder, size);
  const { wrap, lap } = countTraffic();
  const server = await startGitServer({ root, wrap });
  for (const [index, client] of peerNames.entries()) {
    const home = join(root, `${name}-${index}`);
    mkdirSync(home);
    const place = { url: `${server.url}/${name}`, folder, home };
    yield* measureClient(client, size, place, change, lap);
    rmSync(home, { recursive: true });
  }
  await server.close();
}

/** Every figure as it is taken, over one real `git http-backend`. `largest` leaves out bigger programs. */
export async function* measure(largest: number): AsyncGenerator<SyncFigure> {
  const root = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  try {
    for (const size of sizes.filter(({ records }) => records <= largest))
      yield* measureSize(root, size);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Bytes, requests and time of every client at every size. Takes minutes; MILEPOST_BENCH_RECORDS bounds the size. */
export async function run(): Promise<SyncFigure[]> {
  const figures: SyncFigure[] = [];
  const largest = Number(process.env.MILEPOST_BENCH_RECORDS ?? Number.POSITIVE_INFINITY);
  for await (const figure of measure(largest)) figures.push(figure);
  return figures;
}

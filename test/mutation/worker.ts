import { parentPort, workerData } from 'node:worker_threads';
import { readCore } from './core-sources.ts';
import { prepareJudge } from './judge-mutants.ts';
import { hookCore } from './load-core.ts';
import type { Order, Said } from './messages.ts';

/** Copies of the core that a thread keeps; then a new thread starts with an empty memory. */
const COPIES = 20;

async function work({ rooms, ids }: Order): Promise<void> {
  const say = (said: Said) => parentPort?.postMessage(said);
  const sources = readCore(rooms);
  hookCore(sources);
  const { judge, loading, broken, baselines } = await prepareJudge(sources);
  if (broken.length > 0) return say({ kind: 'broken', broken });
  say({ kind: 'ready', tests: baselines.length });
  let copies = 0;
  for (const id of ids) {
    const mutant = sources.mutants[id];
    if (mutant === undefined) continue;
    if (loading[id] === 1) copies += 1;
    if (copies > COPIES) return;
    say({ kind: 'begin', id });
    say({ kind: 'verdict', verdict: await judge(mutant) });
  }
}

await work(workerData as Order);

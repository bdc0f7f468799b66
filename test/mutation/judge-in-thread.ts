import { Worker } from 'node:worker_threads';
import type { Verdict } from './judge-mutants.ts';
import type { Order, Said } from './messages.ts';

/** A mutant that has not come back by then hangs somewhere that counts no steps. */
const PATIENCE = 60_000;

type Round = { verdicts: Verdict[]; broken: readonly string[]; tests: number };

const hung = (id: number): Verdict => ({
  id,
  outcome: 'killed',
  by: { file: '', title: 'it never ends' },
  reached: 0,
});

/** Keeps what a thread says, and which mutant it is at. */
function listener(round: Round, onVerdict: (verdict: Verdict) => void) {
  let judging: number | undefined;
  const note = (verdict: Verdict) => {
    judging = undefined;
    round.verdicts.push(verdict);
    onVerdict(verdict);
  };
  const hear = (said: Said) => {
    if (said.kind === 'broken') round.broken = said.broken;
    else if (said.kind === 'ready') round.tests = said.tests;
    else if (said.kind === 'verdict') note(said.verdict);
    else judging = said.id;
  };
  const giveUp = () => {
    if (judging !== undefined) note(hung(judging));
  };
  return { hear, giveUp };
}

/** One thread, until it is done, asks for a successor by ending early, or hangs. */
function runThread(order: Order, onVerdict: (verdict: Verdict) => void): Promise<Round> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: order,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const round: Round = { verdicts: [], broken: [], tests: 0 };
    const { hear, giveUp } = listener(round, onVerdict);
    let alarm: NodeJS.Timeout | undefined;
    worker.on('message', (said: Said) => {
      clearTimeout(alarm);
      hear(said);
      if (said.kind === 'begin') alarm = setTimeout(() => void worker.terminate(), PATIENCE);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(alarm);
      giveUp();
      resolve(round);
    });
  });
}

/** Verdicts on mutants by number, thread after thread. Throws when tests fail without a mutant. */
export async function judgeInThread(
  order: Order,
  heard: (verdict: Verdict) => void = () => undefined,
): Promise<{ verdicts: readonly Verdict[]; tests: number }> {
  const verdicts: Verdict[] = [];
  let left = order.ids;
  let tests = 0;
  while (left.length > 0) {
    const round = await runThread({ ...order, ids: left }, heard);
    if (round.broken.length > 0) {
      throw new Error(`tests fail without any mutant:\n${round.broken.join('\n')}`);
    }
    tests = round.tests;
    verdicts.push(...round.verdicts);
    const done = new Set(round.verdicts.map(({ id }) => id));
    if (done.size === 0) throw new Error('the thread judged nothing');
    left = left.filter((id) => !done.has(id));
  }
  return { verdicts, tests };
}

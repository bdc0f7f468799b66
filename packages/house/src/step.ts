import { say, secondsSince } from './say.ts';

/** What one step of a task came to. `note` is one line for the summary; `output` is shown when the step failed. */
export type Outcome =
  | { state: 'passed'; note?: string }
  | { state: 'failed'; output: string }
  | { state: 'skipped'; note: string };

export type Step = { name: string; run(): Promise<Outcome> };
export type Finished = { name: string; outcome: Outcome };

const MARKS = { passed: '✓', failed: '✗', skipped: '–' } as const;
/** Lines of a failed step that are shown; the rest is on disk or a call away. */
const SHOWN = 120;

const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-SHOWN).join('\n');

function tell(name: string, outcome: Outcome, start: number): void {
  const note = outcome.state === 'failed' ? '' : (outcome.note ?? '');
  say(`${MARKS[outcome.state]} ${name.padEnd(12)} ${secondsSince(start).padStart(8)}  ${note}`);
  if (outcome.state === 'failed') say(`${lastLines(outcome.output)}\n`);
}

async function finish(step: Step): Promise<Finished> {
  const start = performance.now();
  const outcome = await step.run().catch((error: unknown): Outcome => {
    const output = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { state: 'failed', output };
  });
  tell(step.name, outcome, start);
  return { name: step.name, outcome };
}

/** Runs steps, at most `width` at once, and says how each ended as it ends. A failed step does not stop the others. */
export async function runSteps(steps: readonly Step[], width = 1): Promise<Finished[]> {
  const waiting = [...steps];
  const finished: Finished[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift())
      finished.push(await finish(step));
  };
  await Promise.all(Array.from({ length: width }, work));
  return finished;
}

export const hasFailed = (finished: readonly Finished[]): boolean =>
  finished.some(({ outcome }) => outcome.state === 'failed');

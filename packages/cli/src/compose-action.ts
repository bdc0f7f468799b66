import { appendFile, readFile } from 'node:fs/promises';
import { gitHost } from '@milepost/store/drivers/git';
import { octokitApi } from './action/octokit-api.ts';
import type { ActionWorld } from './action/run-action.ts';

/** A run that hangs would be billed for hours. */
const MOST_MILLISECONDS = 10 * 60_000;

/** The Action's world on a runner. The only place of the Action that reads the clock and the process. */
export function composeAction(environment: NodeJS.ProcessEnv = process.env): ActionWorld {
  const signal = AbortSignal.timeout(MOST_MILLISECONDS);
  return {
    environment,
    now: new Date().toISOString(),
    signal,
    readText: (path) => readFile(path, 'utf8').catch(() => undefined),
    appendText: (path, text) => appendFile(path, text),
    log: (line) => process.stdout.write(`${line}\n`),
    api: (options) => octokitApi({ ...options, signal }),
    host: (options) => gitHost({ ...options, user: 'x-access-token' }),
  };
}

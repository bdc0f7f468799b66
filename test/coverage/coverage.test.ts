import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const write = fileURLToPath(new URL('./write.ts', import.meta.url));

/** A process of its own: it hooks the loader, and runs the tests of the core over and over. */
async function check(): Promise<string> {
  const run = promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    write,
    '--check',
  ]);
  const said = await run.catch((error: { stdout: string; stderr: string }) => error);
  return `${said.stdout}${said.stderr}`.trim();
}

test('each rule, figure and move of the core is proven by a test, as docs/coverage.md says', async () => {
  expect(await check()).toMatch(/^\d{3} rows, 0 proofs missing$/);
}, 300_000);

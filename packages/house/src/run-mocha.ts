import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWorkspace } from '../../../test/vscode/make-workspace.ts';
import { runVscode } from '../../../test/vscode/run-vscode.ts';
import { type Counts, sayCounts } from './counts.ts';
import { at, has, root } from './root.ts';
import { say } from './say.ts';
import type { Outcome } from './step.ts';

const SUITE = 'extension-vscode/src/test/suite';

/** How many tests the sources of the suite hold: what a whole run must report at least. */
function countTests(): number {
  const files = globSync(`${SUITE}/**/*.test.ts`, { cwd: root });
  const tests = files.flatMap(
    (file) => readFileSync(at(file), 'utf8').match(/^\s*(it|test)\(/gm) ?? [],
  );
  return tests.length;
}

/** Whether the VS Code extension has a suite to run in the editor. */
export const hasMocha = (): boolean => has(SUITE) && countTests() > 0;

/** Runs the extension's own suite by mocha inside a real VS Code, on a clone of the example program. */
export async function runMocha(): Promise<{ counts: Counts; outcome: Outcome }> {
  const place = mkdtempSync(join(tmpdir(), 'milepost-workspace-'));
  try {
    const { output, ...counts } = await runVscode({
      extension: at('extension-vscode'),
      tests: at('extension-vscode/dist/test/index.cjs'),
      folder: makeWorkspace(place),
      expected: countTests(),
      say,
    });
    const outcome: Outcome =
      counts.failed > 0
        ? { state: 'failed', output }
        : { state: 'passed', note: sayCounts(counts) };
    return { counts, outcome };
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

import { mkdirSync, rmSync } from 'node:fs';
import { addCounts, type Counts, type FileCounts, readVitestReport, sayCounts } from './counts.ts';
import { at } from './root.ts';
import { runCommand } from './run-command.ts';
import type { Outcome } from './step.ts';

export type VitestRun = { outcome: Outcome; files: FileCounts[]; counts: Counts };

/** Runs vitest with one of our configs on some files (all when none is named) and reads what it counted. */
export async function runVitest(
  name: string,
  config: string,
  files: readonly string[] = [],
): Promise<VitestRun> {
  const report = at('.cache/results', `${name}.json`);
  mkdirSync(at('.cache/results'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await runCommand(
    'vitest',
    ['run', '--config', config, ...reporters, ...files],
    { env: { NO_COLOR: '1' } },
  );
  const read = readVitestReport(report) ?? [];
  const counted = addCounts(read);
  // A run that ended badly with no failed test (a crash, an unhandled error) is a failure all the same.
  const counts = code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  const outcome: Outcome =
    counts.failed > 0 ? { state: 'failed', output } : { state: 'passed', note: sayCounts(counts) };
  return { outcome, files: read, counts };
}

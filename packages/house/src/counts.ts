import { existsSync, readFileSync } from 'node:fs';

export type Counts = { passed: number; failed: number; skipped: number };
export type FileCounts = Counts & { file: string };

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

export const addCounts = (counts: readonly Counts[]): Counts =>
  counts.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    NONE,
  );

export const sayCounts = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

type VitestReport = {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
};

/**
 * Counts per test file from a vitest JSON report. A file that could not even start counts as one
 * failed test; a missing report is undefined, so that a run that died is never read as "no test failed".
 */
export function readVitestReport(path: string): FileCounts[] | undefined {
  if (!existsSync(path)) return undefined;
  const report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  return report.testResults.map(({ name, status, assertionResults }) => {
    const passed = assertionResults.filter((each) => each.status === 'passed').length;
    const failed = assertionResults.filter((each) => each.status === 'failed').length;
    const skipped = assertionResults.length - passed - failed;
    const died = status === 'failed' && failed === 0 ? 1 : 0;
    return { file: name, passed, failed: failed + died, skipped };
  });
}

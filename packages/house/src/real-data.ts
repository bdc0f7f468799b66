import { existsSync, readFileSync } from 'node:fs';
import { addCounts, type Counts, type FileCounts } from './counts.ts';

/** A test file that names the data folder, or the helpers that read it, is one of the real-data tests. */
const READS_DATA = /MILEPOST_DATA|data-folder|hasData|readData|realData|real-data/;

const readsData = ({ file }: FileCounts): boolean =>
  existsSync(file) && READS_DATA.test(readFileSync(file, 'utf8'));

export type RealData = { counts: Counts; line: string; isGood: boolean };

/**
 * What the tests on real data came to (rulings F3). Where the folder exists, a skipped one is a
 * failure: somebody would think it ran. Where it is absent, the number of skipped ones is said.
 */
export function judgeRealData(files: readonly FileCounts[], folder: string): RealData {
  const real = files.filter(readsData);
  const counts = addCounts(real);
  const ran = counts.passed + counts.failed;
  if (!existsSync(folder))
    return {
      counts,
      isGood: true,
      line: `real data: the folder is absent (MILEPOST_DATA); ${counts.skipped} tests skipped`,
    };
  const line = `real data: ${ran} tests in ${real.length} files ran, ${counts.skipped} skipped`;
  return { counts, isGood: counts.skipped === 0, line };
}

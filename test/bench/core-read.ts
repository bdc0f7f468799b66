import { checkProgram } from '@milepost/shared/program/check-program';
import type { ProgramFile } from '@milepost/shared/program/program';
import type { ReadCache } from '@milepost/shared/program/read-cache';
import { readProgram } from '@milepost/shared/program/read-program';
import { withChanges } from '@milepost/shared/program/with-changes';
import { load } from 'js-yaml';
import { riskFiles } from './core-read-files.ts';

/** One measured figure. `ok` says whether it keeps its budget (design 9). */
export type Figure = {
  bench: string;
  name: string;
  value: number;
  unit: string;
  budget: number;
  ok: boolean;
};

const COUNT = 5000;
const ROUNDS = 9;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const figure = (name: string, value: number, unit: string, budget: number): Figure => ({
  bench: 'core-read',
  name,
  value: Math.round(value * 100) / 100,
  unit,
  budget,
  ok: value <= budget,
});

function measureRatio(files: readonly ProgramFile[]): number {
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = time(() => files.map((file) => load(file.text)));
    const read = time(() => readProgram(files));
    if (round > 1) ratios.push(read / bare);
  }
  return median(ratios);
}

function measureChange(files: readonly ProgramFile[]): number {
  const program = readProgram(files);
  const [first] = files;
  if (first === undefined) return Number.NaN;
  const times = Array.from({ length: 20 }, (_, round) => {
    const text = first.text.replace(/^title: .*$/m, `title: Changed for the time number ${round}`);
    return time(() => withChanges(program, [{ path: first.path, text }]));
  });
  return median(times.slice(3));
}

function measureCached(files: readonly ProgramFile[]): number {
  const cache: ReadCache = new Map();
  readProgram(files, cache);
  return median(Array.from({ length: 5 }, () => time(() => readProgram(files, cache))));
}

/** Reading, validating, re-reading and checking 5,000 records of about one kilobyte. */
export async function run(): Promise<Figure[]> {
  const files = riskFiles(COUNT);
  const program = readProgram(files);
  const check = median(
    Array.from({ length: 5 }, () => time(() => checkProgram(program, { asOf: '2026-03-10' }))),
  );
  return [
    figure(
      'read and validate 5,000 records against a bare parse',
      measureRatio(files),
      'ratio',
      1.5,
    ),
    figure('read 5,000 records again from the cache', measureCached(files), 'ms', 300),
    figure('one of 5,000 records changed', measureChange(files), 'ms', 10),
    figure('check 5,000 records', check, 'ms', 1000),
  ];
}

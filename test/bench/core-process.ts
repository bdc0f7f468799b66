import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bigProgramFiles } from './big-program.ts';
import { type Figure, median, type Time, timeFigure } from './figure.ts';

const bundle = fileURLToPath(new URL('../../packages/cli/dist/milepost.mjs', import.meta.url));
const ROUNDS = 5;
/** Said by the child itself when it ends: all of its threads, user and system. */
const REPORT =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write("cpu "+(user+system)/1000)})';

type Call = Time & { stdout: string };

function callCheck(folder: string, cache: string, ...options: string[]): Call {
  const start = performance.now();
  const words = ['check', '--program', join(folder, 'program'), '--as-of', '2026-03-10'];
  const run = spawnSync(
    process.execPath,
    ['--import', REPORT, bundle, ...words, '--format', 'json', ...options],
    {
      env: { ...process.env, MILEPOST_CACHE: cache },
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  const wall = performance.now() - start;
  const cpu = Number(/cpu ([\d.]+)/.exec(run.stderr)?.[1]);
  if (run.status === null || run.status > 1 || !Number.isFinite(cpu))
    throw new Error(`milepost check: ${run.stderr}`);
  return { cpu, wall, stdout: run.stdout };
}

const timeOfCalls = (calls: readonly Call[]): Time => ({
  cpu: median(calls.map(({ cpu }) => cpu)),
  wall: median(calls.map(({ wall }) => wall)),
});

const repeat = (call: () => Call): Call[] => Array.from({ length: ROUNDS }, call);

function writeProgram(folder: string, count: number): void {
  for (const { path, text } of bigProgramFiles(count)) {
    const file = join(folder, 'program', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function measureSize(count: number, [cold, cached]: readonly (number | null)[]): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-check-'));
  const cache = join(folder, 'cache');
  writeProgram(folder, count);
  const without = repeat(() => callCheck(folder, cache, '--no-cache'));
  const first = callCheck(folder, cache);
  const again = repeat(() => callCheck(folder, cache));
  rmSync(folder, { recursive: true });
  if ([...without, ...again].some(({ stdout }) => stdout !== first.stdout))
    throw new Error('the cache changes what is found');
  const size = `${count.toLocaleString('en')} records, whole process`;
  return [
    timeFigure('core-process', `check without cache, ${size}`, timeOfCalls(without), cold ?? null),
    timeFigure('core-process', `check that fills the cache, ${size}`, first, cold ?? null),
    timeFigure('core-process', `check with cache, ${size}`, timeOfCalls(again), cached ?? null),
  ];
}

/** `milepost check` from the built bundle, from the start of Node to its end (design 9). */
export async function run(): Promise<Figure[]> {
  return measureSize(5000, [3000, 1000]);
}

import { compare } from '@milepost/shared/change/compare';
import { badgesFor } from '@milepost/shared/context/badges-for';
import { buildIndex, updateIndex } from '@milepost/shared/context/context-index';
import { findMatches } from '@milepost/shared/context/find-matches';
import { packIndex, unpackIndex } from '@milepost/shared/context/pack-index';
import { programHealth } from '@milepost/shared/health/program-health';
import { measure } from '@milepost/shared/kpi/measure';
import { requiredApprovals } from '@milepost/shared/policy/required-approvals';
import { checkProgram } from '@milepost/shared/program/check-program';
import type { Program, ProgramFile } from '@milepost/shared/program/program';
import type { ReadCache } from '@milepost/shared/program/read-cache';
import { readProgram } from '@milepost/shared/program/read-program';
import { withChanges } from '@milepost/shared/program/with-changes';
import { assessGate } from '@milepost/shared/readiness/assess-gate';
import { schedule } from '@milepost/shared/schedule/critical-path';
import { detect } from '@milepost/shared/signal/detect';
import { load } from 'js-yaml';
import { bigProgramFiles } from './big-program.ts';
import { type Figure, figureOf, type Time, timeFigure, timeOf, timeOfMany } from './figure.ts';
import { samplePull, sampleRows } from './sample-pages.ts';

const SIZES = [500, 5000, 20_000];
const JUDGED = 5000;
const asOf = '2026-03-10';

/** Budgets of design 9, at 5,000 records. */
const BUDGETS: Readonly<Record<string, number>> = {
  'read and validate, against a bare parse': 1.5,
  'read again from the cache': 300,
  'read after one file changed': 10,
  'match one page': 1,
  'match 100 rows': 10,
};

const pull = samplePull;
const rows = sampleRows(30);

type Measured = ReadonlyMap<string, { value: number; time?: Time }>;
type Work = () => unknown;

const rounds = (size: number): number => (size > JUDGED ? 3 : 7);

/** Both halves of a round follow each other, so that a busy machine slows both. */
function ratioOfReading(files: readonly ProgramFile[], count: number): number {
  const ratios = Array.from({ length: count + 1 }, () => {
    const bare = timeOf(() => files.map((file) => load(file.text)));
    return timeOf(() => readProgram(files)).cpu / bare.cpu;
  });
  return ratios.slice(1).toSorted((a, b) => a - b)[count >> 1] ?? Number.NaN;
}

const titled = (file: ProgramFile | undefined, title: string) => ({
  path: file?.path ?? '',
  text: (file?.text ?? '').replace(/^title: .*$/m, `title: ${title}`),
});

function readingWorks(files: readonly ProgramFile[], program: Program): Record<string, Work> {
  const cache: ReadCache = new Map();
  readProgram(files, cache);
  let turn = 0;
  const file = program.files.get('risks/R-5.yaml');
  return {
    'read and validate': () => readProgram(files),
    'read again from the cache': () => readProgram(files, cache),
    'read after one file changed': () =>
      withChanges(program, [titled(file, `Changed for the time number ${++turn}`)]),
  };
}

function contextWorks(program: Program, after: Program): Record<string, Work> {
  const index = buildIndex(program);
  const packed = JSON.stringify(packIndex(index));
  const matches = rows.map((row) => findMatches(index, program, row));
  if (findMatches(index, program, pull).length < 5) throw new Error('the bench measures nothing');
  return {
    'build the index': () => buildIndex(program),
    'update the index after one file': () => updateIndex(index, program, after),
    'unpack the index': () => unpackIndex(JSON.parse(packed)),
    'match one page': () => findMatches(index, program, pull),
    'match 100 rows': () => rows.map((row) => findMatches(index, program, row)),
    'badges of 100 rows': () =>
      matches.map((each, at) => badgesFor(each, program, asOf, rows[at] ?? pull)),
  };
}

function judgingWorks(program: Program, after: Program): Record<string, Work> {
  const both = { before: program, after, policyAtBase: program };
  return {
    check: () => checkProgram(program, { asOf }),
    'check against a base': () => checkProgram(after, { asOf, base: program }),
    'assess every gate': () => program.byKind.gate.map(({ id }) => assessGate(program, id, asOf)),
    'health of the program': () => programHealth(program, asOf),
    'critical path': () => schedule(program, asOf),
    'all KPIs': () => measure(program, { from: '2026-02-09', to: asOf }, asOf),
    'all signals': () => detect(program, {}, asOf),
    'compare two programs': () => compare(program, after),
    'required approvals': () =>
      requiredApprovals({ ...both, author: 'person.1', approvals: [], asOf }),
  };
}

function measureSize(size: number): Measured {
  const files = bigProgramFiles(size);
  const program = readProgram(files);
  if (program.broken.length > 0 || program.records.size !== size)
    throw new Error('the bench measures nothing');
  const after = withChanges(program, [
    titled(program.files.get('risks/R-5.yaml'), 'Another title'),
  ]);
  const works = {
    ...readingWorks(files, program),
    ...contextWorks(program, after),
    ...judgingWorks(program, after),
  };
  const times = Object.entries(works).map(([name, work]) => {
    const time = timeOfMany(work, rounds(size));
    return [name, { value: time.cpu, time }] as const;
  });
  const ratio = ratioOfReading(files, rounds(size));
  return new Map<string, { value: number; time?: Time }>([
    ['read and validate, against a bare parse', { value: ratio }],
    ...times,
  ]);
}

function figuresOf(size: number, measured: Measured): Figure[] {
  return [...measured].map(([name, { value, time }]) => {
    const budget = size === JUDGED ? (BUDGETS[name] ?? null) : null;
    const title = `${name}, ${size.toLocaleString('en')} records`;
    return time === undefined
      ? figureOf('core-scale', title, value, 'ratio', budget)
      : timeFigure('core-scale', title, time, budget);
  });
}

/** Time at 20,000 records over four times that at 5,000: 1 is linear. */
function growthOf(middle: Measured, large: Measured): Figure[] {
  return [...large].flatMap(([name, { value, time }]) =>
    time === undefined
      ? []
      : [
          figureOf(
            'core-scale',
            `growth of: ${name}`,
            value / (middle.get(name)?.value ?? 0) / 4,
            'ratio',
          ),
        ],
  );
}

/** Everything the core computes, at 500, 5,000 and 20,000 records, and how it grows. */
export async function run(): Promise<Figure[]> {
  const measured = SIZES.map((size) => [size, measureSize(size)] as const);
  const by = new Map(measured);
  const growth = growthOf(by.get(JUDGED) ?? new Map(), by.get(20_000) ?? new Map());
  return [...measured.flatMap(([size, each]) => figuresOf(size, each)), ...growth];
}

import { badgesFor } from '@milepost/shared/context/badges-for';
import { buildIndex, updateIndex } from '@milepost/shared/context/context-index';
import { findMatches } from '@milepost/shared/context/find-matches';
import { packIndex, unpackIndex } from '@milepost/shared/context/pack-index';
import type { Program, ProgramFile } from '@milepost/shared/program/program';
import { readProgram } from '@milepost/shared/program/read-program';
import { withChanges } from '@milepost/shared/program/with-changes';
import { samplePull, sampleRows } from './sample-pages.ts';

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
const AS_OF = '2026-03-10';

type Fields = Readonly<Record<string, unknown>>;

const fileOf = (path: string, data: Fields): ProgramFile => ({ path, text: JSON.stringify(data) });

const risk = (n: number): ProgramFile =>
  fileOf(`risks/R-${n}.yaml`, {
    id: `R-${n}`,
    title: `Risk number ${n}`,
    status: 'open',
    affects: [`M-${(n % 250) + 1}`],
    // Every tenth glob begins with a wildcard: the bucket that every path must ask.
    paths: [n % 10 === 0 ? `acme/pay:**/m${n}/*_{a,b}*.ts` : `acme/pay:src/p${n % 300}/m${n}/**`],
    assessments: [{ at: '2026-03-02', probability: (n % 5) + 1, impact: { cost: 3 } }],
  });

const milestone = (n: number): ProgramFile =>
  fileOf(`milestones/M-${n}.yaml`, {
    id: `M-${n}`,
    title: `Milestone number ${n}`,
    status: 'committed',
    committed_date: '2026-06-12',
    forecast_date: '2026-06-19',
    forecast_history: [{ as_of: '2026-03-06', date: '2026-06-19' }],
    gate: `G-${(n % 50) + 1}`,
    match: { labels: [`label ${n}`], branches: [`feature/team${n}-*`] },
  });

const dependency = (n: number): ProgramFile =>
  fileOf(`dependencies/D-${n}.yaml`, {
    id: `D-${n}`,
    title: `Dependency number ${n}`,
    consumer: { milestone: `M-${(n % 250) + 1}`, item: `PAY-${n}` },
    need_by: '2026-05-01',
  });

const gate = (n: number): ProgramFile =>
  fileOf(`gates/G-${n}/gate.yaml`, { id: `G-${n}`, title: `Gate number ${n}` });

const criterion = (n: number): ProgramFile => {
  const [owner, child] = [(n % 50) + 1, Math.floor(n / 50) + 1];
  const id = `G-${owner}.${child}`;
  return fileOf(`gates/G-${owner}/criteria/${id}.yaml`, { id, title: `Check ${id}` });
};

const many = (count: number, make: (n: number) => ProgramFile): readonly ProgramFile[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));

function bigProgram(): Program {
  const files = [
    ...many(250, milestone),
    ...many(50, gate),
    ...many(700, criterion),
    ...many(1000, dependency),
    ...many(COUNT - 2000, risk),
  ];
  const charter = {
    format: 'milepost/1',
    name: 'Big',
    key: 'big',
    integrations: { github: { repos: ['acme/pay'] }, jira: { project_keys: ['PAY'] } },
  };
  return readProgram([fileOf('program.yaml', charter), ...files]);
}

const pull = samplePull;
const rows = sampleRows(250);

/** Median of milliseconds over rounds, the first three left out. */
function medianTime(rounds: number, work: () => unknown): number {
  const times = Array.from({ length: rounds + 3 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.slice(3).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

const figure = (name: string, value: number, budget: number, unit = 'ms'): Figure => ({
  bench: 'core-match',
  name,
  value: Math.round(value * 1000) / 1000,
  unit,
  budget,
  ok: value <= budget,
});

/** Matching against 5,000 records, and what keeps the index ready (design 9). */
export async function run(): Promise<Figure[]> {
  const program = bigProgram();
  const index = buildIndex(program);
  const risks = program.files.get('risks/R-5.yaml')?.text ?? '';
  const after = withChanges(program, [
    { path: 'risks/R-5.yaml', text: risks.replace('src/p5', 'src/p6') },
  ]);
  const packed = JSON.stringify(packIndex(index));
  const matched = findMatches(index, program, pull).length;
  if (program.records.size !== COUNT || matched < 5) throw new Error('the bench measures nothing');
  const badges = () =>
    rows.map((row) => badgesFor(findMatches(index, program, row), program, AS_OF, row));
  return [
    figure(
      'one page, 60 paths',
      medianTime(51, () => findMatches(index, program, pull)),
      1,
    ),
    figure(
      '100 rows',
      medianTime(21, () => rows.map((row) => findMatches(index, program, row))),
      10,
    ),
    figure('badges of 100 rows', medianTime(9, badges), 150),
    figure(
      'build the index',
      medianTime(9, () => buildIndex(program)),
      150,
    ),
    figure(
      'update the index after one file',
      medianTime(21, () => updateIndex(index, program, after)),
      10,
    ),
    figure(
      'unpack the index',
      medianTime(9, () => unpackIndex(JSON.parse(packed))),
      50,
    ),
    figure('packed index', packed.length / 1024, 1024, 'kB'),
  ];
}

import { listSources, readCore } from '../mutation/core-sources.ts';
import { type Baseline, prepareJudge, runTest } from '../mutation/judge-mutants.ts';
import { hookCore } from '../mutation/load-core.ts';
import type { PlayedTest } from '../mutation/played-tests.ts';
import { switches } from '../mutation/switches.ts';
import { kpiRows, qualityRows, rightRows, signalRows, triggerRows } from './core-rows.ts';
import { moveRows } from './move-rows.ts';
import { readingRows } from './reading-rows.ts';
import type { Proof, Row, Silence } from './rows.ts';

/** Where rules are asked: a test that never passes there proves nothing about them. */
const ASKED = [
  'signal/detect.ts',
  'kpi/measure.ts',
  'program/check-program.ts',
  'program/rules/dq-01-id-is-file-name.ts',
  'program/rules/dq-16-yaml-limits.ts',
  'policy/matching-rules.ts',
  'policy/escalation/escalation-triggers.ts',
  'record/lifecycle.ts',
];

async function failing(silence: Silence, tests: readonly PlayedTest[]): Promise<PlayedTest[]> {
  const found: PlayedTest[] = [];
  const restore = silence();
  for (const test of tests) if ((await runTest(test)) !== undefined) found.push(test);
  restore();
  return found;
}

/** Tests that are called after the row are tried first; only where they do not notice, all others. */
async function noticing(row: Row, silence: Silence, tests: readonly PlayedTest[]) {
  const isNamed = ({ title }: PlayedTest) => title.startsWith(`${row.id}:`) || title === row.id;
  const named = await failing(silence, tests.filter(isNamed));
  return named.length > 0 ? named : failing(silence, tests);
}

async function prove(row: Row, tests: readonly PlayedTest[]): Promise<Proof> {
  const proves = await noticing(row, row.silence, tests);
  if (row.loosen === undefined) return { row, proves, refuses: undefined };
  return { row, proves, refuses: await noticing(row, row.loosen, tests) };
}

/** Silences every rule in turn and writes down which tests notice. Once a process: it hooks the loader. */
export async function proveRows(): Promise<{ proofs: Proof[]; broken: readonly string[] }> {
  const sources = readCore(ASKED);
  hookCore(sources);
  const { baselines, broken } = await prepareJudge(sources);
  switches.limit = Number.POSITIVE_INFINITY;
  switches.active = -1;
  const files = listSources('shared/src/**/*.ts');
  const rows = [
    ...(await moveRows(files)),
    ...(await kpiRows()),
    ...(await signalRows(files)),
    ...readingRows(sources.mutants),
    ...(await qualityRows(files)),
    ...(await rightRows()),
    ...(await triggerRows(files)),
  ];
  const passes = ({ within }: Row, { hits }: Baseline) =>
    sources.mutants.some(({ id, file }) => hits[id] === 1 && within.includes(file));
  const proofs: Proof[] = [];
  for (const row of rows) {
    const among = baselines.filter((each) => passes(row, each)).map(({ test }) => test);
    proofs.push(await prove(row, among));
  }
  return { proofs, broken };
}

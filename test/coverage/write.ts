import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../architecture/repository.ts';
import { proveRows } from './prove-rows.ts';
import { renderCoverage, unproven } from './render-coverage.ts';

const page = join(root, 'docs/coverage.md');

/** Writes `docs/coverage.md`; with `--check` compares only. Exit 1: out of date, unproven, or tests fail. */
async function run(check: boolean): Promise<number> {
  const { proofs, broken } = await proveRows();
  const text = renderCoverage(proofs);
  const missing = unproven(proofs);
  const stale = check && readFileSync(page, 'utf8') !== text;
  if (!check) writeFileSync(page, text);
  const lines = [
    ...broken.map((line) => `fails without any change: ${line}`),
    ...missing,
    ...(stale ? ['docs/coverage.md is out of date: node test/coverage/write.ts'] : []),
    `${proofs.length} rows, ${missing.length} proofs missing`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return broken.length + missing.length > 0 || stale ? 1 : 0;
}

process.exitCode = await run(process.argv.includes('--check'));

import { expect, test } from 'vitest';
import { runVscode, type VscodeResult } from './run-vscode.ts';
import { makeTinyVscode, type TinySuite } from './tiny-vscode.ts';

async function run(suite: TinySuite): Promise<VscodeResult> {
  const { remove, ...tiny } = makeTinyVscode(suite);
  try {
    return await runVscode({ ...tiny, expected: 3 });
  } finally {
    remove();
  }
}

test('a suite runs inside the extension host and its counts come back', {
  timeout: 400_000,
}, async () => {
  const result = await run('whole');
  expect(result.output).toContain('tiny said ');
  expect(result).toMatchObject({ passed: 3, failed: 0, skipped: 0 });
});

test('an extension host that dies is a failure, though VS Code ends with 0', {
  timeout: 200_000,
}, async () => {
  const result = await run('dies');
  expect(result).toMatchObject({ passed: 0, failed: 1 });
  expect(result.output).toContain('wrote no result');
});

test('a suite that reports fewer tests than expected is a failure', {
  timeout: 200_000,
}, async () => {
  const result = await run('short');
  expect(result).toMatchObject({ passed: 2, failed: 1 });
  expect(result.output).toContain('3 are expected');
});

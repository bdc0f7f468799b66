import { fileURLToPath } from 'node:url';
import { cruise, type IConfiguration } from 'dependency-cruiser';
import { expect, test } from 'vitest';

// The configuration is plain JavaScript, so it is loaded by its address and typed here.
const file = new URL('../../.dependency-cruiser.mjs', import.meta.url).href;
const { default: config } = (await import(file)) as { default: IConfiguration };

const planted = fileURLToPath(new URL('./planted', import.meta.url));
const fences = config.forbidden ?? [];

async function breaches(): Promise<{ fence: string; from: string }[]> {
  const { output } = await cruise(['.'], {
    ...config.options,
    baseDir: planted,
    validate: true,
    ruleSet: { forbidden: fences },
  });
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map(({ rule, from }) => ({ fence: rule.name, from }));
}

test('every fence stops the import planted against it', async () => {
  const broken = new Set((await breaches()).map(({ fence }) => fence));
  expect(fences.map(({ name }) => name ?? '').filter((name) => !broken.has(name))).toEqual([]);
});

test('a driver is stopped in the engine, in a feature and in the command line alike', async () => {
  const from = (await breaches())
    .filter(({ fence }) => /driver/.test(fence))
    .map((breach) => breach.from);
  expect(from.toSorted()).toEqual([
    'extension-browser/src/features/picks-a-driver.ts',
    'packages/cli/src/picks-a-driver.ts',
    'packages/store/src/engine/picks-a-driver.ts',
  ]);
});

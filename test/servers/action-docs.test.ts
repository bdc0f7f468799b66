import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { INPUTS } from '@milepost/cli/action/inputs';
import { EVENTS } from '@milepost/cli/action/pull-event';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { PERMISSIONS } from './action-ground.ts';

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

type Manifest = {
  inputs: Record<string, { default: string }>;
  runs: { using: string; main: string };
};
type Workflow = {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { steps: readonly { uses?: string }[] }>;
};

const page = read('docs/action.md');
const manifest = load(read('packages/cli/action.yml')) as Manifest;
const workflow = load(/```yaml\n(.*?)```/s.exec(page)?.[1] ?? '') as Workflow;

const defaults = (): (readonly [string, string])[] =>
  Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]);

test('action.yml has the inputs that the code reads, with its defaults', () => {
  const { token, ...others } = Object.fromEntries(defaults());
  // The runner puts the token of the job there.
  expect(token).toMatch(/^\$\{\{ github\.token \}\}$/);
  expect({ ...others, token: '' }).toEqual(INPUTS);
  expect(manifest.runs).toEqual({ using: 'node24', main: 'dist/action.mjs' });
});

test('docs/action.md lists the same inputs and defaults', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` +\| `(.+?)` +\|/gm)].map((row) => row.slice(1));
  expect(rows).toEqual(defaults());
});

test('the documented workflow grants what the tests of the token show to be enough and needed', () => {
  const granted = Object.entries(workflow.permissions).map(([name, level]) => [
    name.replace('-', '_'),
    level,
  ]);
  expect(Object.fromEntries(granted)).toEqual(PERMISSIONS);
  const rows = [...page.matchAll(/^\| `([\w-]+): (read|write)` +\|/gm)].map((row) => row.slice(1));
  expect(rows).toEqual(Object.entries(workflow.permissions));
});

test('it runs on the events that the code takes, and checks nothing out', () => {
  expect(Object.keys(workflow.on)).toEqual(EVENTS);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  expect(steps.map(({ uses }) => uses)).toEqual(['OWNER/milepost/packages/cli@COMMIT']);
});

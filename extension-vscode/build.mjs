// Bundles the extension: node build.mjs [--test]. The house's build task calls `buildExtension`.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { buildIconFont } from './src/icon-font/build-icon-font.ts';

const here = import.meta.dirname;

const shared = {
  bundle: true,
  absWorkingDir: here,
  external: ['vscode'],
  format: 'cjs',
  target: 'es2022',
  sourcemap: true,
  logLevel: 'warning',
  legalComments: 'none',
};

/** The suite that runs inside the extension host: one file per test file, so that mocha names them. */
const buildTests = () =>
  build({
    ...shared,
    external: ['vscode', 'mocha'],
    platform: 'node',
    entryPoints: ['src/test/index.ts', ...fs.globSync('src/test/suite/*.test.ts', { cwd: here })],
    outdir: 'dist/test',
    outbase: 'src/test',
    outExtension: { '.js': '.cjs' },
  });

/** Desktop and remote bundle, web bundle, and with `tests` the suite that runs inside the extension host. */
export async function buildExtension({ minify = false, tests = false } = {}) {
  const one = (entry, outfile, more) =>
    build({ ...shared, minify, entryPoints: [entry], outfile, ...more });
  const jobs = [
    one('src/extension.ts', 'dist/extension.cjs', { platform: 'node' }),
    one('src/extension-web.ts', 'dist/extension-web.js', { platform: 'browser' }),
  ];
  if (tests) jobs.push(buildTests());
  await Promise.all(jobs);
  fs.writeFileSync(path.join(here, 'dist/milepost.ttf'), buildIconFont());
  return path.join(here, 'dist');
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename)
  await buildExtension({ tests: process.argv.includes('--test') });

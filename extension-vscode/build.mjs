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

/** Desktop and remote bundle, web bundle, and with `tests` the suite that runs inside the extension host. */
export async function buildExtension({ minify = false, tests = false } = {}) {
  const one = (entry, outfile, more) =>
    build({ ...shared, minify, entryPoints: [entry], outfile, ...more });
  const jobs = [
    one('src/extension.ts', 'dist/extension.cjs', { platform: 'node' }),
    one('src/extension.ts', 'dist/extension-web.js', { platform: 'browser' }),
  ];
  if (tests)
    jobs.push(
      one('src/test/index.ts', 'dist/test/index.cjs', {
        platform: 'node',
        external: ['vscode', 'mocha'],
      }),
    );
  await Promise.all(jobs);
  fs.writeFileSync(path.join(here, 'dist/milepost.ttf'), buildIconFont());
  return path.join(here, 'dist');
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename)
  await buildExtension({ tests: process.argv.includes('--test') });

#!/usr/bin/env node
// Stands in for the `code` program in runTests of @vscode/test-electron: takes its flags, runs the
// suite in the server-hosted VS Code. So one test entry serves desktop VS Code and this host.
import { runInHost } from './run-in-host.ts';

const args = process.argv.slice(2);
const flag = (name: string): string[] =>
  args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));

const passed = Object.entries(process.env).filter(([name]) => name.startsWith('MILEPOST_TEST_'));
const { code, why } = await runInHost({
  folder: args.find((arg) => !arg.startsWith('-')),
  extensions: flag('extensionDevelopmentPath'),
  tests: flag('extensionTestsPath')[0] ?? '',
  env: Object.fromEntries(passed.map(([name, value]) => [name, value ?? ''])),
  timeout: Number(process.env.MILEPOST_TEST_TIMEOUT ?? 180_000),
});
if (why) process.stderr.write(`${why}\n`);
process.exit(code);

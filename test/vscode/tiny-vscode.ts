import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  name: 'tiny',
  publisher: 'milepost',
  version: '0.0.1',
  engines: { vscode: '^1.95.0' },
  main: './extension.cjs',
  activationEvents: ['onStartupFinished'],
  contributes: { commands: [{ command: 'tiny.say', title: 'Tiny: Say' }] },
};
const EXTENSION = `const vscode = require('vscode');
exports.activate = (context) => {
  context.subscriptions.push(vscode.commands.registerCommand('tiny.say', () =>
    vscode.workspace.workspaceFolders[0].uri.path));
};`;
const write = (tests: number) =>
  `fs.writeFileSync(process.env.MILEPOST_TEST_RESULT, JSON.stringify({passed: ${tests}, failed: 0, skipped: 0}));`;

/** What the suite of the tiny extension does: all it should, dies half-way, or reports too few tests. */
export type TinySuite = 'whole' | 'dies' | 'short';
const SUITES: Record<TinySuite, string> = {
  whole: `const said = await vscode.commands.executeCommand('tiny.say');
if (!said.endsWith('/folder')) throw new Error('said ' + said);
console.log('@@tiny said ' + said);
${write(3)}`,
  dies: 'process.exit(0);',
  short: write(2),
};

/** An extension and suite of a few lines, to prove the VS Code runner without the product. */
export function makeTinyVscode(suite: TinySuite): {
  extension: string;
  tests: string;
  folder: string;
  remove(): void;
} {
  const top = mkdtempSync(join(tmpdir(), 'milepost-tiny-vscode-'));
  const [extension, folder] = [join(top, 'extension'), join(top, 'folder')];
  for (const made of [extension, folder]) mkdirSync(made);
  writeFileSync(join(extension, 'package.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(extension, 'extension.cjs'), EXTENSION);
  const tests = join(extension, 'suite.cjs');
  writeFileSync(
    tests,
    `const fs = require('node:fs');\nconst vscode = require('vscode');\nexports.run = async () => {\n${SUITES[suite]}\n};`,
  );
  return { extension, tests, folder, remove: () => rmSync(top, { recursive: true, force: true }) };
}

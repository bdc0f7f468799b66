import * as fs from 'node:fs';
import * as path from 'node:path';
import * as util from 'node:util';
import Mocha from 'mocha';

/** The runner shows lines that begin with this mark; everything else on the console is the editor's own. */
const MARK = '@@';

const { log } = globalThis.console;

function print(...args: unknown[]): void {
  for (const line of util.format(...args).split('\n')) log(`${MARK}${line}`);
}

/** Called by VS Code inside the extension host. Writes its counts to the file named by MILEPOST_TEST_RESULT. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000 });
  Object.assign(Mocha.reporters.Base, { consoleLog: print });
  const folder = path.join(__dirname, 'suite');
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.test.cjs'));
  for (const file of files.toSorted()) mocha.addFile(path.join(folder, file));
  return new Promise((resolve, reject) => {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const runner = mocha.run((failures) => {
      const result = process.env.MILEPOST_TEST_RESULT;
      if (result) fs.writeFileSync(result, JSON.stringify(counts));
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
    runner.on('pass', () => {
      counts.passed += 1;
    });
    runner.on('fail', () => {
      counts.failed += 1;
    });
    runner.on('pending', () => {
      counts.skipped += 1;
    });
  });
}

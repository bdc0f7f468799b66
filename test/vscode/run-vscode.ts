import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { RUN_FOLDER } from './host-place.ts';
import { installHost } from './install-host.ts';

export type VscodeSuite = {
  /** Folder of the extension in development. */
  extension: string;
  /** CommonJS module with `run(): Promise<void>`; it writes its counts to the file named by MILEPOST_TEST_RESULT. */
  tests: string;
  /** Workspace folder to open. */
  folder: string;
  /** How many tests the suite must report, passed, failed and skipped together. */
  expected: number;
  /** Variables for the suite; their names start with MILEPOST_TEST_. */
  env?: Record<string, string>;
  say?: (line: string) => void;
};

export type VscodeResult = {
  passed: number;
  failed: number;
  skipped: number;
  /** What the run printed; with why it counts as failed. */
  output: string;
};

const shim = fileURLToPath(new URL('./code-shim.ts', import.meta.url));

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** Desktop VS Code where VSCODE_PATH names it or it can be downloaded and shown; elsewhere the server-hosted one (Linux on x64). */
async function findCode(say: (line: string) => void): Promise<string> {
  if (process.env.VSCODE_PATH) return process.env.VSCODE_PATH;
  const canHost = process.platform === 'linux' && process.arch === 'x64';
  if (hasDisplay()) {
    try {
      return await downloadAndUnzipVSCode();
    } catch (error) {
      if (!canHost) throw error;
      say(`desktop VS Code cannot be downloaded (${String(error)}); using the hosted one`);
    }
  }
  await installHost(say);
  return shim;
}

type Reported = { passed: number; failed: number; skipped: number };

// A dead extension host also ends with 0: only the suite's own file proves that it ran to its end.
function judge(reported: Reported | undefined, code: number, expected: number): string | undefined {
  if (!reported) return 'the suite wrote no result: it crashed, hung, or never started';
  const ran = reported.passed + reported.failed + reported.skipped;
  if (ran < expected) return `the suite reported ${ran} tests; ${expected} are expected`;
  return code !== 0 && reported.failed === 0 ? `VS Code ended with ${code}` : undefined;
}

/** Runs a suite in a real VS Code. A run without a full result counts as one more failed test. */
export async function runVscode(suite: VscodeSuite): Promise<VscodeResult> {
  const say = suite.say ?? (() => undefined);
  const result = join(RUN_FOLDER, 'result.json');
  mkdirSync(RUN_FOLDER, { recursive: true });
  rmSync(result, { force: true });
  const printed = new PassThrough();
  const output = text(printed);
  const code = await runTests({
    vscodeExecutablePath: await findCode(say),
    extensionDevelopmentPath: suite.extension,
    extensionTestsPath: suite.tests,
    launchArgs: [suite.folder],
    extensionTestsEnv: { ...suite.env, MILEPOST_TEST_RESULT: result },
    stdout: printed as unknown as typeof process.stdout,
    stderr: printed as unknown as typeof process.stderr,
  }).catch((error: { code?: number }) => error.code ?? 2);
  printed.end();
  const reported = existsSync(result)
    ? (JSON.parse(readFileSync(result, 'utf8')) as Reported)
    : undefined;
  const why = judge(reported, code, suite.expected);
  const counts = reported ?? { passed: 0, failed: 0, skipped: 0 };
  const lines = await output;
  return {
    ...counts,
    failed: counts.failed + (why === undefined ? 0 : 1),
    output: why === undefined ? lines : `${lines}\n${why}`,
  };
}

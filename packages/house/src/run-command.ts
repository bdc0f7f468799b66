import { spawn } from 'node:child_process';
import { root } from './root.ts';

/** How a program ended: its exit code (1 when a signal ended it) and all it printed, stderr and stdout together. */
export type Ended = { code: number; output: string };

export type CommandOptions = {
  cwd?: string;
  env?: Record<string, string>;
  /** Also shows the output as it comes, on stderr. */
  loud?: boolean;
  /** Aborting ends the program and its children. */
  signal?: AbortSignal;
};

/** Runs a program from the repository's top (its `node_modules/.bin` is in PATH). Never rejects: a program that cannot start ends with 127. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Ended> {
  return new Promise((done) => {
    const windows = process.platform === 'win32';
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: windows,
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk;
      if (options.loud) process.stderr.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    options.signal?.addEventListener('abort', () => child.kill('SIGTERM'));
    child.once('error', (error) => done({ code: 127, output: `${output}${error.message}\n` }));
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOST_NODE, HOST_SERVER } from './host-place.ts';

export type Host = { port: number; log(): string; stop(): Promise<void> };

/** User settings of every run: quiet, no assistant, nothing that asks the network. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'git.autofetch': false,
  'git.terminalAuthentication': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** Without these the server or the extension host would take over a surrounding VS Code's or npm's settings. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

const flags = (dataFolder: string): string[] => [
  ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
  ...['--accept-server-license-terms', '--server-data-dir', dataFolder],
  ...['--extensions-dir', join(dataFolder, 'extensions'), '--telemetry-level', 'off'],
  ...['--disable-workspace-trust', '--disable-update-check', '--disable-experiments'],
  // Without it a built VS Code ignores the extension and test paths of the payload without a word.
  '--enable-smoke-test-driver',
];

function waitForPort(server: ChildProcess, log: () => string): Promise<number> {
  return new Promise((done, fail) => {
    const look = () => {
      const found = /Extension host agent listening on (\d+)/.exec(log());
      if (found && log().includes('Web UI available')) done(Number(found[1]));
    };
    server.stdout?.on('data', look);
    server.stderr?.on('data', look);
    server.once('error', fail);
    server.once('exit', (code) => fail(new Error(`the VS Code server ended (${code})\n${log()}`)));
    const late = () => fail(new Error(`the VS Code server did not start in 60 s\n${log()}`));
    setTimeout(late, 60_000).unref();
  });
}

function stop(server: ChildProcess): Promise<void> {
  const killAll = () => {
    try {
      process.kill(-(server.pid ?? 0), 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  if (server.exitCode !== null || server.signalCode) return Promise.resolve();
  return new Promise((done) => {
    const hard = setTimeout(killAll, 5000);
    server.once('exit', () => {
      clearTimeout(hard);
      // Its children (extension host, file watcher) may outlive it.
      killAll();
      done();
    });
    server.kill('SIGTERM');
  });
}

/** Starts the real VS Code server with its real extension host; its workbench is a web page at `http://127.0.0.1:PORT`. */
export async function startHost(
  dataFolder: string,
  settings: Record<string, unknown> = {},
): Promise<Host> {
  const user = join(dataFolder, 'data/User');
  mkdirSync(user, { recursive: true });
  mkdirSync(join(dataFolder, 'extensions'), { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
  const server = spawn(HOST_NODE, [HOST_SERVER, ...flags(dataFolder)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: cleanEnvironment(),
  });
  let text = '';
  const log = () => text;
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk;
    });
  try {
    return { port: await waitForPort(server, log), log, stop: () => stop(server) };
  } catch (error) {
    await stop(server);
    throw error;
  }
}

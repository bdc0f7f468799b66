import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Answers of the protocol, untyped on the wire; each caller names what it reads. */
export type BidiSend = <T = unknown>(method: string, params?: object) => Promise<T>;
export type BidiFirefox = { send: BidiSend; close(): Promise<void> };
export type FirefoxStart = {
  program: string;
  /** Preferences of the fresh profile. */
  prefs: Readonly<Record<string, string | number | boolean>>;
  args?: readonly string[];
  headless?: boolean;
};

type Reply = { id: number; type: string; result: unknown; error?: string; message?: string };
type Call = { done(value: unknown): void; fail(error: Error): void };

/** Starts Firefox on a fresh profile and speaks plain WebDriver BiDi to it: no driver program, no library. */
export async function startFirefox(start: FirefoxStart): Promise<BidiFirefox> {
  const profile = mkdtempSync(join(tmpdir(), 'milepost-firefox-'));
  const prefs = Object.entries(start.prefs).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), prefs.join('\n'));
  const child = spawn(
    start.program,
    [
      ...(start.headless === false ? [] : ['--headless']),
      ...['--no-remote', '--profile', profile, '--remote-debugging-port=0'],
      ...(start.args ?? []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const end = async (bySelf: Promise<unknown>) => {
    await Promise.race([bySelf, exited, sleep(3000)]);
    await Promise.race([exited, sleep(5000).then(() => child.kill('SIGKILL'))]);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const send = await connectTo(await readAddress(child));
    await send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    return { send, close: () => end(send('browser.close')) };
  } catch (error) {
    child.kill('SIGKILL');
    await end(exited);
    throw error;
  }
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(text);
      if (found?.[1]) done(found[1]);
    });
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`Firefox ended (${code}): ${text}`)));
  });
}

async function connectTo(address: string): Promise<BidiSend> {
  const socket = new WebSocket(`${address}/session`);
  await new Promise((done, fail) => {
    socket.onopen = done;
    socket.onerror = () => fail(new Error(`no connection to ${address}`));
  });
  const waiting = new Map<number, Call>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Reply;
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'error') call?.fail(new Error(`${message.error}: ${message.message}`));
    else call?.done(message.result);
  };
  socket.onclose = () => {
    for (const call of waiting.values()) call.fail(new Error('Firefox closed the connection'));
    waiting.clear();
  };
  let lastId = 0;
  return <T>(method: string, params: object = {}) =>
    new Promise<T>((done, fail) => {
      const id = ++lastId;
      waiting.set(id, { done: done as Call['done'], fail });
      socket.send(JSON.stringify({ id, method, params }));
    });
}

import { statSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Environment } from './command.ts';
import { gitHistory, gitIdentity } from './ports/git-history.ts';
import { type OpenCache, programFiles } from './ports/program-files.ts';
import { cacheFolder, openReadingCache } from './ports/reading-cache.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** RFC 3339 in this machine's zone, so that a log entry names the day its author lived in. */
function localTimestamp(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The bundle has a cache; sources change too often to know what an older one would have read. */
function cacheOf(environment: NodeJS.ProcessEnv): OpenCache | undefined {
  const self = fileURLToPath(import.meta.url);
  if (!self.endsWith('.mjs')) return undefined;
  const { size, mtimeMs } = statSync(self);
  const folder = cacheFolder(environment, process.platform);
  return (directory) => openReadingCache(folder, directory, `${size}-${mtimeMs}`);
}

/**
 * The command line's world on this machine. npm runs scripts from the package root, so INIT_CWD is where the person was.
 * The only place that reads the clock and the process.
 */
export function compose(from = process.env.INIT_CWD ?? process.cwd()): Environment {
  const now = localTimestamp(new Date());
  const terminal = process.stdout.isTTY === true;
  return {
    cwd: from,
    now,
    today: now.slice(0, 10),
    terminal: {
      colour: terminal && !process.env.NO_COLOR,
      width: terminal ? (process.stdout.columns ?? 100) : 200,
    },
    files: programFiles(from, cacheOf(process.env)),
    history: gitHistory,
    identity: gitIdentity,
    readInput: () => text(process.stdin),
  };
}

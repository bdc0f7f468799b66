import { plainMessage } from './plain-text.ts';

/** Where a crash is written down whole, and who is told of it. */
export type CrashPorts = {
  log: { error(error: Error | string): void };
  say(text: string): void;
};

/** A command that threw: the whole error goes to the log, its message to the person, who else would take it for done. */
export function reportCrash(command: string, error: unknown, { log, say }: CrashPorts): void {
  const message = error instanceof Error ? error.message : String(error);
  log.error(`${command} failed: ${message}`);
  if (error instanceof Error) log.error(error);
  say(plainMessage(`Milepost could not finish: ${message}`));
}

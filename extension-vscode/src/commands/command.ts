import type * as vscode from 'vscode';
import type { Clock } from '../ports/clock.ts';
import type { Git } from '../ports/git.ts';
import type { OpenProgram, Programs } from '../program/programs.ts';

/** What commands work with. Each takes the part it needs. */
export type CommandPorts = {
  programs: Programs;
  git(): Promise<Git>;
  githubLogin(): Promise<string | undefined>;
  /** The real clock: acts are dated and judged by it, never by the day that is shown. */
  clock: Clock;
  log: vscode.LogOutputChannel;
  /** The folder of a program in the workspace. */
  uriOf(program: OpenProgram, path?: string): vscode.Uri;
  setting(name: 'person' | 'program' | 'asOf'): string;
  stageChanges(): boolean;
  /** Shows a file before and after a change. */
  showChange(before: string | undefined, file: vscode.Uri, title: string): Promise<void>;
};

/** One command of the palette: id below `milepost.`, and what it does when called on `target`. */
export type Command = {
  id: string;
  run(ports: CommandPorts, target: unknown): Promise<void>;
};

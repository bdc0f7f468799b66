import type { Command, OptionSpec } from '../command.ts';
import { TYPES } from '../commands/new.ts';
import { commonOptions } from '../parse-call.ts';

/** What may stand in a place of the call: fixed words, ids of the program, folders, files, or nothing we know. */
export type Expected = readonly string[] | 'ids' | 'folders' | 'files' | 'anything';

export type CompletableOption = { name: string; help: string; takes: Expected | 'nothing' };

export type Completable = {
  name: string;
  summary: string;
  /** By position after the command. */
  positionals: readonly Expected[];
  options: readonly CompletableOption[];
};

const BY_NAME: Readonly<Record<string, Expected>> = {
  ID: 'ids',
  OLD: 'ids',
  TYPE: TYPES,
  DIR: 'folders',
  PATH: 'files',
  BASE: 'files',
  OURS: 'files',
  THEIRS: 'files',
  'FILE.json': 'files',
};

/** `[ID]`, `[PATH…]` and `a|b` are what help shows; plain words are choices, capitals are places. */
function expectedOf(shown: string): Expected {
  const bare = shown.replaceAll(/[[\]…]/g, '');
  const known = BY_NAME[bare];
  if (known !== undefined) return known;
  return /^[a-z_-]+(\|[a-z_-]+)*$/.test(bare) ? bare.split('|') : 'anything';
}

const optionOf = ([name, { type, value, help }]: [string, OptionSpec]): CompletableOption => ({
  name,
  help,
  takes: type === 'boolean' ? 'nothing' : expectedOf(value ?? ''),
});

/** A command as its help describes it: whoever adds an option gets its completion. */
export const completable = ({ name, summary, positionals, options }: Command): Completable => ({
  name,
  summary,
  positionals: positionals === '' ? [] : positionals.split(' ').map(expectedOf),
  options: Object.entries({ ...options, ...commonOptions }).map(optionOf),
});

import type { Completable, Expected } from './completable.ts';
import { shellCases } from './shell-cases.ts';

/** Ids come from file names only: fast enough for a key press. `--program` of the line counts. */
const idsFunction = [
  '_milepost_ids() {',
  '  local word take="" program=""',
  '  for word in "$@"; do',
  '    if [ "$take" ]; then program=$word; take=; fi',
  '    if [ "$word" = --program ]; then take=1; fi',
  '  done',
  '  if [ "$program" ]; then milepost completion ids --program "$program" 2>/dev/null',
  '  else milepost completion ids 2>/dev/null; fi',
  '}',
];

/** `source <(milepost completion bash)`. */
export const bashScript = (commands: readonly Completable[]): string =>
  [
    '# milepost completion for bash: source <(milepost completion bash)',
    ...idsFunction,
    '_milepost() {',
    `  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} first=`,
    `  local -a before=("\${COMP_WORDS[@]:2:COMP_CWORD>2?COMP_CWORD-2:0}")`,
    '  if [ "$COMP_CWORD" = 1 ]; then first=1; fi',
    ...shellCases(commands),
    `  if [ "$ids" ]; then words=$(_milepost_ids "\${COMP_WORDS[@]}"); fi`,
    '  COMPREPLY=()',
    '  if [ "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current"))',
    '  elif [ "$folders" ]; then COMPREPLY=($(compgen -d -- "$current"))',
    '  elif [ "$files" ]; then COMPREPLY=($(compgen -f -- "$current")); fi',
    '}',
    'complete -F _milepost milepost',
  ].join('\n');

/** `milepost completion zsh > "${fpath[1]}/_milepost"`, or `source <(milepost completion zsh)` after compinit. */
export const zshScript = (commands: readonly Completable[]): string =>
  [
    '#compdef milepost',
    '# milepost completion for zsh: put it into a folder of $fpath as _milepost, or source it after compinit',
    ...idsFunction,
    '_milepost() {',
    `  local -a line=("\${words[@]}")`,
    `  local current=\${line[CURRENT]} previous=\${line[CURRENT-1]} command=\${line[2]} first=`,
    `  local -a before=(\${line[3,CURRENT-1]})`,
    '  if [ "$CURRENT" = 2 ]; then first=1; fi',
    ...shellCases(commands).map((line) => line.replaceAll(/\bwords=/g, 'found=')),
    `  if [ "$ids" ]; then found=$(_milepost_ids "\${line[@]}"); fi`,
    `  if [ "$found" ]; then compadd -- \${=found}`,
    '  elif [ "$folders" ]; then _files -/',
    '  elif [ "$files" ]; then _files; fi',
    '}',
    'if [ "$funcstack[1]" = _milepost ]; then _milepost "$@"; else compdef _milepost milepost; fi',
  ].join('\n');

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function fishArguments(expected: Expected | 'nothing'): string {
  if (typeof expected !== 'string') return ` -x -a ${quoted(expected.join(' '))}`;
  if (expected === 'ids') return " -x -a '(__milepost_ids)'";
  if (expected === 'folders') return " -x -a '(__fish_complete_directories)'";
  if (expected === 'files') return ' -r -F';
  return expected === 'anything' ? ' -x' : '';
}

/** Positions are counted by words: fish has no quicker way to tell. */
function fishCommand({ name, summary, positionals, options }: Completable): string[] {
  const seen = `-n '__fish_seen_subcommand_from ${name}'`;
  return [
    `complete -c milepost -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...positionals.flatMap((expected, at) =>
      expected === 'anything'
        ? []
        : [`complete -c milepost -n '__milepost_at ${name} ${at}'${fishArguments(expected)}`],
    ),
    ...options.map(
      ({ name: option, help, takes }) =>
        `complete -c milepost ${seen} -l ${option} -d ${quoted(help)}${fishArguments(takes)}`,
    ),
  ];
}

/** `milepost completion fish | source`. */
export const fishScript = (commands: readonly Completable[]): string =>
  [
    '# milepost completion for fish: milepost completion fish | source',
    'function __milepost_ids',
    '  set -l line (commandline -opc)',
    '  set -l at (contains -i -- --program $line)',
    '  if test -n "$at"',
    '    milepost completion ids --program $line[(math $at + 1)] 2>/dev/null',
    '  else',
    '    milepost completion ids 2>/dev/null',
    '  end',
    'end',
    'function __milepost_at',
    '  set -l line (commandline -opc)',
    '  test (count $line) -eq (math $argv[2] + 2); and test "$line[2]" = $argv[1]',
    'end',
    'complete -c milepost -f',
    ...commands.flatMap(fishCommand),
  ].join('\n');

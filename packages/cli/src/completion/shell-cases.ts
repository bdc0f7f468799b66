import type { Completable, CompletableOption, Expected } from './completable.ts';

/** Sets `words`, `ids`, `folders` or `files` of the script; every word is one of ours, so no quoting can break. */
function setting(expected: Expected | 'nothing'): string {
  if (typeof expected !== 'string') return `words='${expected.join(' ')}'`;
  return expected === 'anything' || expected === 'nothing' ? ':' : `${expected}=1`;
}

const takesValue = ({ takes }: CompletableOption): boolean => takes !== 'nothing';

const valueOptions = (commands: readonly Completable[]): string[] => [
  ...new Set(
    commands.flatMap(({ options }) => options.filter(takesValue).map(({ name }) => `--${name}`)),
  ),
];

const optionCases = (commands: readonly Completable[]): string[] =>
  commands.flatMap(({ name, options }) =>
    options
      .filter(takesValue)
      .map((option) => `      ${name}:--${option.name}) ${setting(option.takes)} ;;`),
  );

const positionCases = (commands: readonly Completable[]): string[] =>
  commands.flatMap(({ name, positionals }) =>
    positionals.map((expected, at) => {
      const last = at === positionals.length - 1;
      return `        ${name}:${last && expected === 'files' ? '*' : at}) ${setting(expected)} ;;`;
    }),
  );

const nameCases = (commands: readonly Completable[]): string[] =>
  commands.map(({ name, options }) => {
    const names = options.map((option) => `--${option.name}`);
    return `        ${name}) words='${names.join(' ')}' ;;`;
  });

/**
 * The part of a completion script that bash and zsh share: from `command`, `previous`, `current`, `first` (nothing but the
 * command stands before) and `before` (the words between) to what is expected.
 */
export const shellCases = (commands: readonly Completable[]): string[] => [
  "  local words='' ids='' folders='' files='' at=0 skip='' word",
  '  if [ "$first" ]; then',
  `    words='${commands.map(({ name }) => name).join(' ')}'`,
  '  else',
  `    for word in "\${before[@]}"; do`,
  '      if [ "$skip" ]; then skip=; continue; fi',
  '      case $word in',
  `        ${valueOptions(commands).join('|')}) skip=1 ;;`,
  '        -*) ;;',
  '        *) at=$((at + 1)) ;;',
  '      esac',
  '    done',
  '    case $command:$previous in',
  ...optionCases(commands),
  '      *) case $current in -*) case $command in',
  ...nameCases(commands),
  '      esac ;; *) case $command:$at in',
  ...positionCases(commands),
  '      esac ;; esac ;;',
  '    esac',
  '  fi',
];

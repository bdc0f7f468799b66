import { fail, ok, type Result } from '@milepost/shared/result';

/** Inputs of `action.yml` with their defaults; a test compares the two. */
export const INPUTS = {
  program: 'program',
  token: '',
  'fail-on': 'error',
  'check-name': 'milepost',
  'comment-author': 'github-actions[bot]',
  'summary-only': 'false',
} as const;

type InputName = keyof typeof INPUTS;

export type FailOn = 'error' | 'warn';

export type ActionInputs = {
  /** Folder below the root of the repository, `/` separated; empty when the repository is the program. */
  folder: string;
  token: string;
  failOn: FailOn;
  checkName: string;
  /** Login that the token writes comments as. */
  commentAuthor: string;
  /** Write the job summary and nothing else. */
  summaryOnly: boolean;
};

export type ActionEnvironment = Readonly<Record<string, string | undefined>>;

/** GitHub hands inputs over as `INPUT_<NAME>`, upper case, spaces as underscores, hyphens kept. */
function inputOf(environment: ActionEnvironment, name: InputName): string {
  const given = environment[`INPUT_${name.toUpperCase()}`]?.trim();
  return given === undefined || given === '' ? INPUTS[name] : given;
}

function folderOf(given: string): string | undefined {
  const parts = given.split('/').filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? undefined : parts.join('/');
}

/** What the workflow asked for, or why it cannot be done. */
export function readInputs(environment: ActionEnvironment): Result<ActionInputs, string> {
  const input = (name: InputName): string => inputOf(environment, name);
  const folder = folderOf(input('program'));
  if (folder === undefined) return fail('The input program leads out of the repository.');
  const failOn = input('fail-on');
  if (failOn !== 'error' && failOn !== 'warn')
    return fail('The input fail-on takes error or warn.');
  const token = input('token');
  if (token === '') return fail('The input token is empty.');
  return ok({
    folder,
    token,
    failOn,
    checkName: input('check-name'),
    commentAuthor: input('comment-author'),
    summaryOnly: input('summary-only') === 'true',
  });
}

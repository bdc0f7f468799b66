import { type Facts, fill } from './fill.ts';

/** A next step: `code` for the client, `label` for the button. */
export type NextStep = { code: string; label: string };

/**
 * One state of design/interaction.md section 5: what is so, what it means, the next step as a verb. `strip` is the short
 * form beside the badges of a host page; without it a page stays as it is.
 */
export type StateWords = {
  title: string;
  text?: string;
  strip?: string;
  steps?: readonly NextStep[];
};

const step = (code: string, label: string): NextStep => ({ code, label });

const checkAddress = [step('settings', 'Settings')];
const tryNow = [step('try-now', 'Try now')];

/**
 * By code of a host failure. Facts that texts use where they are there: `repo`, `host`, `branch`, `folder`, `since` (clock
 * or day of the last check), `until` (clock of the next try), `seconds`, `detail`.
 */
export const hostFailureWords = {
  offline: {
    title: 'Offline.',
    text: '[[Showing facts from {since}. ]]Your edits are kept.',
    strip: 'Offline[[ · facts from {since}]]',
  },
  timeout: {
    title: '{host} did not answer.',
    text: '[[Next try in {seconds} s.]]',
    strip: '[[facts from {since}]]',
    steps: tryNow,
  },
  unauthorized: {
    title: 'The token was refused.',
    text: 'It may have expired. Make a new one and paste it here.',
    strip: '{repo} needs permission',
    steps: [step('new-token', 'New token')],
  },
  forbidden: {
    title: 'Ready to read, not to edit.',
    text: 'Edits will open a pull request from your fork.',
  },
  'not-found': {
    title: '{repo} was not found.',
    text: 'It may be private or renamed. Check the address or add a token.',
    steps: checkAddress,
  },
  'branch-not-found': {
    title: 'Branch[[ {branch}]] was not found.',
    text: 'It may have been renamed. Check the branch.',
    steps: checkAddress,
  },
  'folder-not-found': {
    title: 'No program lies in[[ {folder}]].',
    text: 'A program folder holds program.yaml. Check the folder.',
    steps: checkAddress,
  },
  'rate-limited': {
    title: '{host} asked us to wait[[ until {until}]].',
    text: 'Your edits are kept and go out then.',
    strip: '[[facts from {since}]]',
  },
  'host-error': {
    title: '{host} did not answer.',
    text: '[[Next try in {seconds} s.]]',
    strip: '[[facts from {since}]]',
    steps: tryNow,
  },
  'protected-branch': {
    title: '{repo} refused the change.',
    text: 'Branch[[ {branch}]] is protected. Milepost can open a pull request instead.',
    strip: 'saved, not published',
    steps: [step('open-proposal', 'Open a pull request'), step('keep', 'Keep in outbox')],
  },
  'hook-declined': {
    title: '{repo} refused the change.',
    text: 'A rule of the repository said no[[: {detail}]]. Change the edit or ask its owner.',
    strip: 'saved, not published',
    steps: [step('keep', 'Keep in outbox')],
  },
  'not-a-git-host': {
    title: 'This is not a Git repository.',
    text: 'The address answered with something else. Check the address.',
    steps: checkAddress,
  },
  'protocol-too-old': {
    title: 'This Git server is too old.',
    text: 'It does not speak protocol version 2. Ask its owner to update it.',
  },
  'sha256-repository': {
    title: 'This repository uses SHA-256 names.',
    text: 'Milepost reads SHA-1 repositories only.',
  },
  'corrupt-answer': {
    title: '{host} sent a damaged answer.',
    text: 'Nothing of it was kept.[[ Next try in {seconds} s.]]',
    strip: '[[facts from {since}]]',
    steps: tryNow,
  },
  'too-large': {
    title: 'The program is too large.',
    text: 'Move files that are no records out of the folder[[ {folder}]].',
  },
  'redirected-away': {
    title: '{repo} has moved.',
    text: 'The server sent us to another address. Check the address.',
    steps: checkAddress,
  },
  'unsafe-path': {
    title: 'Not published.',
    text: 'A link or an odd file name is in the way[[: {detail}]]. Rename it in the repository.',
    strip: 'saved, not published',
    steps: [step('keep', 'Keep in outbox')],
  },
  'storage-full': {
    title: 'Not saved.',
    text: 'The browser’s storage is full. Free space, or export the edit.',
    strip: 'Not saved: storage is full',
    steps: [step('export', 'Export')],
  },
  cancelled: { title: 'Stopped.', text: 'Nothing was changed.', steps: tryNow },
} as const satisfies Readonly<Record<string, StateWords>>;

/** Every other state of section 5. Facts as above, and `who`, `number`, `commit`, `count`, `file`, `line`, `next`. */
export const stateWords = {
  'no-match': {
    title: 'Nothing in the program points here.',
    text: 'Link this page to a milestone, or capture a risk on it.',
    steps: [step('link-milestone', 'Link to a milestone'), step('capture-risk', 'Capture risk')],
  },
  loading: { title: 'Reading[[ {repo}]]' },
  'first-sync': { title: 'Reading[[ {repo}]][[, {done} of {total} files]]' },
  stale: {
    title: 'Facts from {since}.',
    strip: 'facts from {since}',
    steps: [step('check-now', 'Check now')],
  },
  pending: {
    title: 'Saved[[ {since}]].',
    text: '[[Next try in {seconds} s.]]',
    strip: 'saved, not published',
    steps: [step('publish-now', 'Publish now'), step('undo', 'Undo')],
  },
  'in-review': {
    title: 'Waiting for review in pull request #{number}.',
    strip: 'in review #{number}',
    steps: [step('open', 'Open')],
  },
  published: { title: 'Published[[ {since}]][[, commit {commit}]].' },
  conflict: {
    title: 'Two people changed the {field|words}.',
    text: 'Choose one value.',
    strip: 'You and {who} changed the {field|words}',
    steps: [step('choose', 'Choose')],
  },
  'broken-file': {
    title: '{count|n:file:files} cannot be read.',
    text: '[[{file} line {line}: {detail}.]]',
    strip: '[[{id} cannot be read]]',
    steps: [step('open-file', 'Open file')],
  },
  'newer-format': {
    title: 'This program uses a newer format.',
    text: 'You can read it. Update Milepost to edit.',
  },
  'storage-broken': {
    title: 'Not saved.',
    text: 'This machine’s storage cannot be opened[[: {detail}]]. Export the edit.',
    strip: 'Not saved',
    steps: [step('export', 'Export')],
  },
  'read-only': { title: 'This program can be read, not edited.' },
  'nothing-needs-me': { title: 'Nothing needs you.', text: '[[Next: {next}.]]' },
  'empty-log': {
    title: 'No record yet.',
    text: 'Capture the first risk, or import a sheet.',
    steps: [step('new-risk', 'New risk'), step('import', 'Import')],
  },
  'filter-empty': {
    title: 'No record fits the filter.',
    text: '{count} are open.',
    steps: [step('clear-filter', 'Clear filter')],
  },
  'no-figure': { title: 'none', text: '[[{detail}]]' },
  'folder-refused': {
    title: 'The browser did not give access to the folder.',
    steps: [step('choose-again', 'Choose again')],
  },
  'folder-closed': {
    title: 'The folder is closed.',
    text: 'The browser asks again after a restart.',
    steps: [step('reopen', 'Reopen the folder')],
  },
  'permission-missing': {
    title: 'Permission is missing[[ for {host}]].',
    text: 'Milepost cannot read this site until you allow it.',
    strip: 'permission is missing',
    steps: [step('allow', 'Allow')],
  },
} as const satisfies Readonly<Record<string, StateWords>>;

export type StateCode = keyof typeof stateWords | keyof typeof hostFailureWords;

const all: Readonly<Record<string, StateWords>> = { ...stateWords, ...hostFailureWords };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a sentence starts with when the caller does not know the name. */
const UNNAMED: Facts = { host: 'The server', repo: 'The repository' };

/** Words of a state or host failure with its facts; a code without words of its own says itself. */
export function sayStateWords(code: string, facts: Facts = {}): StateWords {
  const words = all[code] ?? { title: `${capital(code.replaceAll('-', ' '))}.` };
  const say = (template = ''): string => {
    const known = /^\{(host|repo)\}/.test(template) ? { ...UNNAMED, ...facts } : facts;
    return fill(template, known, undefined).replace(/\s+/g, ' ').trim();
  };
  const [text, strip] = [say(words.text), say(words.strip)];
  return {
    title: say(words.title),
    ...(text !== '' && { text }),
    ...(strip !== '' && { strip }),
    ...(words.steps !== undefined && { steps: words.steps }),
  };
}

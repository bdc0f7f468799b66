import type { ProgramFailure } from '@milepost/store/check-connection';
import type { HostFailure } from '@milepost/store/git-host';

/** What can go wrong between us and a program. */
export type Failure = HostFailure | ProgramFailure;

type Said = { title: string; text: string };

/** What is so, what it means, what to do next (design/interaction.md section 5). */
const SAID: Record<Failure['code'], (host: string, failure: Failure) => Said> = {
  offline: () => ({
    title: 'Offline.',
    text: 'Milepost goes on with what it has and tries again by itself.',
  }),
  timeout: (host) => ({
    title: `${host} did not answer.`,
    text: 'Milepost tries again by itself.',
  }),
  unauthorized: () => ({
    title: 'The token was refused.',
    text: 'It may have expired. Make a new one and paste it here.',
  }),
  forbidden: (host) => ({
    title: `${host} refused the request.`,
    text: 'The token may not do this. Give it “Contents: write”, or ask the owner of the repository.',
  }),
  'not-found': (host) => ({
    title: 'The repository was not found.',
    text: `${host} shows none at this address. It may be private or renamed: check the address or add a token.`,
  }),
  'branch-not-found': () => ({
    title: 'The branch was not found.',
    text: 'Check its name in the repository.',
  }),
  'folder-not-found': () => ({
    title: 'No program in this folder.',
    text: 'The folder has no program.yaml. Choose another folder, or start a program there.',
  }),
  'no-program': () => ({
    title: 'No program in this folder.',
    text: 'The folder has no program.yaml. Choose another folder, or start a program there.',
  }),
  'broken-charter': () => ({
    title: 'program.yaml cannot be read.',
    text: 'Correct the file in the repository, then check again.',
  }),
  'newer-format': () => ({
    title: 'This program uses a newer format.',
    text: 'Update Milepost to read it.',
  }),
  'rate-limited': (host, failure) => ({
    title: `${host} asked us to wait.`,
    text:
      'retryAfter' in failure && failure.retryAfter
        ? `Milepost tries again in ${Math.ceil(failure.retryAfter / 60)} min. Your edits are kept.`
        : 'Milepost tries again later. Your edits are kept.',
  }),
  'host-error': (host) => ({
    title: `${host} did not answer.`,
    text: 'Milepost tries again by itself.',
  }),
  'protected-branch': () => ({
    title: 'The repository refused the change.',
    text: 'The branch is protected. The edit is kept here; publish it from a branch you may push to.',
  }),
  'hook-declined': () => ({
    title: 'The repository refused the change.',
    text: 'A rule of the repository declined it. The edit is kept here.',
  }),
  'not-a-git-host': () => ({
    title: 'No Git repository at this address.',
    text: 'Use the address you would clone, such as https://github.com/acme/program.',
  }),
  'protocol-too-old': (host) => ({
    title: `${host} speaks an old Git protocol.`,
    text: 'Milepost needs Git protocol version 2. Ask the host’s administrator.',
  }),
  'sha256-repository': () => ({
    title: 'This repository uses SHA-256.',
    text: 'Milepost reads SHA-1 repositories only. Keep the program in one of those.',
  }),
  'corrupt-answer': (host) => ({
    title: `${host} sent something that cannot be read.`,
    text: 'Nothing was changed. Check again in a minute.',
  }),
  'too-large': () => ({
    title: 'The program folder is too large.',
    text: 'Point Milepost to the folder that holds program.yaml.',
  }),
  'redirected-away': (host) => ({
    title: `${host} sent us to another host.`,
    text: 'The token was not sent there. Use the new address if you trust it.',
  }),
  'unsafe-path': () => ({
    title: 'Not published.',
    text: 'A link or a submodule lies where the file should go. Move it out of the program folder.',
  }),
  'storage-full': () => ({
    title: 'Not saved.',
    text: 'The browser’s storage is full. Free space and try again.',
  }),
  cancelled: () => ({ title: 'Stopped.', text: 'Check again.' }),
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'The host');

/** A failure of the host in words. */
export const sayFailure = (failure: Failure): Said =>
  SAID[failure.code](hostOf(failure.url), failure);

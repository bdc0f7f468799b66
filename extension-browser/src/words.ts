import type { ConnectedProgram } from './messages/own-message.ts';

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

/** Every text of the browser extension that the core's catalogue does not have. */
export const words = {
  product: 'Milepost',
  close: 'Close',
  cancel: 'Cancel',
  stripOfPull: 'Milepost: program context of this pull request',
  stripOfIssue: 'Milepost: program context of this work item',
  cardShown: 'Why it is shown here',
  cardNext: 'What happens next',
  cardAlso: 'Also here',

  firstQuestion: 'Where is your program?',
  settings: 'Settings',
  whatItReads:
    'Milepost reads small text files from a Git repository and shows them on GitHub and Jira pages. It has no server and no account.',
  whereItRuns:
    'Milepost runs on github.com and on Jira Cloud sites. It asks before it talks to any other host. The token stays in this browser, in the extension’s own storage.',
  connectRepository: 'Connect a repository',
  address: 'Address',
  branch: 'Branch',
  folder: 'Folder',
  token: 'Token',
  tokenAside: 'only to edit, or if private',
  checkConnection: 'Check connection',
  connect: 'Connect',
  connected: 'Connected programs',
  disconnect: 'Disconnect',
  disconnectOf: (name: string) => `Disconnect ${name}`,
  checkNow: 'Check now',
  checking: 'Checking…',
  readingNewest: 'Reading the newest commit',
  lineRepository: 'Repository found',
  lineFolder: 'Program folder',
  lineWrite: 'Write access',
  deniedTitle: 'The browser did not give access to this host',
  deniedText: 'Milepost reads the program from there. Check again and allow the host.',
  outbox: 'Outbox',
  noProgram: 'No program is connected yet. Connect one in the settings.',
  whereOf: (program: ConnectedProgram) =>
    [program.url, program.branch, program.folder || '/'].join(' · '),
  stateOf: (program: ConnectedProgram) =>
    [
      count(program.records, 'record', 'records'),
      program.state,
      program.tokenEnds ? `token ends in ${program.tokenEnds}` : 'no token, read only',
    ].join(' · '),
} as const;

import type { BadgeKind, BadgeLevel } from '@milepost/shared/context/badge';
import type { NotSaved, SyncState } from '@milepost/store/store';
import type { FormChoices } from './messages/message.ts';
import type { ConnectedProgram } from './messages/own-message.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** `13 Apr` */
function dayInWords(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]}`;
}

/** `Thu 2 Apr` */
const weekdayInWords = (day: string): string =>
  `${WEEKDAYS[new Date(`${day}T12:00:00Z`).getUTCDay()]} ${dayInWords(day)}`;

/** `10:42:07` in the person's own time. */
const clock = (moment: string): string =>
  new Date(moment).toLocaleTimeString([], { hour12: false });

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

const MILESTONE_IS: Record<BadgeLevel, string> = {
  critical: 'red',
  high: 'late',
  medium: 'amber',
  low: 'green',
  unknown: 'not known',
  done: 'done',
};

const NOT_SAVED: Record<NotSaved['code'], { title: string; text: string }> = {
  'storage-full': {
    title: 'Not saved: storage is full.',
    text: 'Free space in this browser and save again. What you typed is still here.',
  },
  'storage-broken': {
    title: 'Not saved: the browser’s storage failed.',
    text: 'Restart the browser and save again. What you typed is still here.',
  },
  'read-only': {
    title: 'Not saved: this program is read only here.',
    text: 'Add a token that may write in the settings, then save again.',
  },
  'not-pending': { title: 'Not saved.', text: 'The edit is not in the outbox any more.' },
};

/** Every text of the browser extension that the core's catalogue does not have. */
export const words = {
  product: 'Milepost',
  close: 'Close',
  cancel: 'Cancel',
  stripOfPull: 'Milepost: program context of this pull request',
  stripOfIssue: 'Milepost: program context of this work item',
  moreReasons: (reasons: number) => `and ${count(reasons, 'more reason', 'more reasons')}`,
  cardShown: 'Why it is shown here',
  cardNext: 'What happens next',
  cardAlso: 'Also here',

  offline: 'Offline',
  factsFrom: (moment: string) => `facts from ${clock(moment).slice(0, 5)}`,
  checkedAt: (moment: string) => `checked ${clock(moment).slice(0, 5)}`,
  needsPermission: (repo: string) => `${repo} needs permission`,
  /** `acme/program` of an address. */
  repoOf: (url: string) => new URL(url).pathname.replace(/^\/|\/$|\.git$/g, ''),
  whyTitle: (kind: BadgeKind, level: BadgeLevel) =>
    `Why it is ${kind === 'milestone' ? MILESTONE_IS[level] : level === 'unknown' ? 'not known' : level}`,
  notSaved: 'Not saved.',
  notSavedBecause: (code: NotSaved['code']) => NOT_SAVED[code],
  captureConflict: {
    title: 'Two people changed this.',
    text: 'Both values are kept; neither is lost.',
  },
  tagDependency: 'Tag dependency',
  captureRisk: 'Capture risk',
  saveDependency: 'Save dependency',
  saveRisk: 'Save risk',
  saveDraft: 'Save draft',
  writesTo: (program: string) => `Writes one file in ${program}`,
  needAttention: (fields: number) => `${count(fields, 'field needs', 'fields need')} attention`,
  noAnswer: { title: 'Not saved.', text: 'Milepost was updated. Reload the page and try again.' },
  discardQuestion: 'Discard what you typed?',
  discard: 'Discard',
  keepTyping: 'Keep typing',
  isTheOneThat: (key: string) => `${key} is the one that`,
  needsIt: 'needs it',
  providesIt: 'provides it',
  whatExactly: 'What exactly',
  deliverable: 'Deliverable',
  sayWhat: 'Say what must be handed over. A title is enough to save a draft.',
  theirIssue: 'Their issue',
  issuePlaceholder: 'Key, link or words',
  optional: 'optional',
  teamThatProvides: 'Team that provides',
  teamOf: (side: 'needs' | 'provides') =>
    side === 'needs' ? 'Team that provides' : 'Team that needs it',
  chooseTeam: 'Choose a team',
  chooseWho: 'Choose the other team.',
  teamChoice: (team: FormChoices['teams'][number]) =>
    [team.name, team.vendor && 'vendor', team.ownerName].filter(Boolean).join(' · '),
  neededBy: 'Needed by',
  chooseDate: 'Choose a day.',
  needByPast: 'This day has passed. Choose a later one.',
  needByNoWork: (why: string, use: string) =>
    `${why} is not a working day. Use ${weekdayInWords(use)}.`,
  needByLeaves: (days: number) => `Leaves ${count(days, 'working day', 'working days')}`,
  weekend: 'The weekend',
  forMilestone: 'For milestone',
  noMilestone: 'None',
  type: 'Type',
  technical: 'Technical',
  dependencyType: (type: string) => type.charAt(0).toUpperCase() + type.slice(1),
  ifLate: 'If it is late',
  notSaid: 'Not said',
  criticalities: [
    { value: 'blocking', text: 'Blocks us' },
    { value: 'degraded', text: 'We can go on with less' },
    { value: 'informational', text: 'Good to know' },
  ],
  doneWhen: 'Done when',
  donePlaceholder: 'How both sides will see it is ready',
  alsoLink: (side: 'needs' | 'provides', key: string, other: string | undefined) =>
    side === 'needs'
      ? `Also link the two issues in Jira: ${key} is blocked by ${other ?? '…'}`
      : `Also link the two issues in Jira: ${other ?? '…'} is blocked by ${key}`,
  isBlockedBy: (consumer: string, provider: string) => `${consumer} is blocked by ${provider}`,
  needs: 'needs',
  from: 'from',
  by: 'by',
  what: 'what?',
  whom: 'whom?',
  day: dayInWords,
  riskTitle: 'What may happen',
  riskPlaceholder: 'Sandbox is delivered after the test starts',
  riskSay: 'Say in a few words what may happen.',
  riskEffect: 'What it would do',
  riskMilestone: 'Milestone at risk',
  isSaved: (id: string) => `${id} is saved here`,
  isPublished: (id: string) => `${id} is published`,
  isNotPublished: (id: string) => `${id} is saved, not published`,
  savedHere: 'Saved on this machine',
  publishingTo: (program: string) => `Publishing to ${program}`,
  publishedTo: (program: string) => `Published to ${program}`,
  mayClose: 'You may close this page. It goes on in the background.',
  commit: 'commit',
  linkMade: 'Jira link made',
  linkMaking: 'Making the Jira link',
  linkNotMade: 'Link not made',
  tryLinkAgain: 'Try the link again',
  closeDone: 'Close',
  clock,

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
  signedAs: 'Sign edits as',
  signedAsHelp: 'On GitHub the token says who you are.',
  asOf: 'Facts as of',
  asOfAside: 'empty: today',
  judgedAsOf: (day: string) => `judged as of ${day}`,
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
  lineRepositoryWrong: 'Repository',
  notChecked: 'not checked',
  failureDetail: (failure: { code: string; status?: number }) =>
    [failure.code.replaceAll('-', ' '), failure.status].filter(Boolean).join(', '),
  ready: 'Ready',
  readyToRead: 'Ready to read, not to edit',
  readyText: (program: string, commit: string) => `${program}, commit ${commit.slice(0, 7)}.`,
  folderFiles: (files: number) => count(files, 'file', 'files'),
  directTo: (branch: string) => `direct to ${branch}`,
  addToken: 'To edit, add a token that may write.',
  noWrite: 'give a token “Contents: write”',
  syncState: (state: SyncState): string => {
    switch (state.state) {
      case 'never-read':
        return 'not read yet';
      case 'up-to-date':
        return `facts from ${clock(state.checkedAt)}`;
      case 'reading':
        return `reading, ${state.done} of ${count(state.total, 'file', 'files')}`;
      case 'publishing':
        return `publishing ${count(state.count, 'edit', 'edits')}`;
      case 'waiting':
        return `next try at ${clock(state.until)}`;
      case 'offline':
        return state.checkedAt ? `offline, facts from ${clock(state.checkedAt)}` : 'offline';
      case 'needs-you':
        return count(state.conflicts + state.refused, 'edit needs you', 'edits need you');
      case 'needs-token':
        return 'needs a token';
      case 'failed':
        return 'could not be read';
    }
  },
  httpTitle: 'This address is not encrypted',
  httpText: 'Milepost sends nothing over http. Use the https address of the repository.',
  noAnswerTitle: 'No answer from the extension',
  noAnswerText: 'Its storage may be broken. Restart the browser and try again.',
  deniedTitle: 'The browser did not give access to this host',
  deniedText: 'Milepost reads the program from there. Check again and allow the host.',
  cannotBeRead: 'It cannot be read',
  placeOf: (path: string, line: number | undefined) =>
    line === undefined ? path : `${path}, line ${line}`,
  filesBroken: (files: number) => `${count(files, 'file', 'files')} cannot be read.`,
  filesBrokenNext: (files: number) =>
    `All other records work. Correct ${files === 1 ? 'the file' : 'them'} in the repository: Milepost never rewrites what it cannot read.`,
  andMore: (files: number) => `and ${files} more`,
  outbox: 'Outbox',
  noProgram: 'No program is connected yet. Connect one in the settings.',
  whereOf: (program: ConnectedProgram) =>
    [program.url, program.branch, program.folder || '/'].join(' · '),
  stateOf: (program: ConnectedProgram) =>
    [
      count(program.records, 'record', 'records'),
      program.state,
      ...(program.asOf ? [`judged as of ${program.asOf}`] : []),
      program.tokenEnds ? `token ends in ${program.tokenEnds}` : 'no token, read only',
    ].join(' · '),
} as const;

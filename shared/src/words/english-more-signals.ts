import type { Catalogue } from './sentence.ts';

/** Signals S-20 to S-42; the others are in `english-signals.ts`. */
export const moreSignalSentences: Catalogue = {
  'S-20.evidence-old': {
    plain: 'The evidence of {id} is older than it may be. Attach new evidence',
    short: 'evidence old',
  },
  'S-20.code-changed': {
    plain: 'Code that {id} is about changed on {on|day}, after its evidence',
    short: 'code changed',
  },
  'S-20.sign-off-stale': {
    plain: 'The criteria of {id} changed after {role|words} signed. Compare and sign again',
    short: 'sign-off stale',
  },
  'S-20.sign-off-expired': {
    plain: 'The sign-off of {role|words} on {id} has run out. Sign again',
    short: 'sign-off expired',
  },
  'S-21.past-need': {
    plain: '{id} was needed by {needed|day}[[. {approver} decides]]',
    short: 'decision overdue',
  },
  'S-21.too-old': {
    plain: '{id} has waited {age|workdays}, its class allows {limit}[[. {approver} decides]]',
    short: 'decision slow',
  },
  'S-22.single-approver': {
    plain: '{id} holds {count} of {open} open decisions. Share them out',
    short: 'one approver',
  },
  'S-23.single-owner': {
    plain: '{id} owns {count} of {of} open items on or near the critical path',
    short: 'one owner',
  },
  'S-23.over-centralised': {
    plain: '{id} manages the program and owns {count} of {of} open items. Hand some over',
    short: 'over-centralised',
  },
  'S-24.scope-creep': {
    plain: '{percent|percent} was added to the scope without an approved change: {items}',
    short: 'scope +{percent|percent}',
  },
  'S-25.touches': {
    plain: 'Pull request {number} changes {path}, which {id} is about ({level})',
    short: 'touches {id}',
  },
  'S-26.no-milestone': {
    plain: 'Pull request {number} goes into {base} and names no milestone',
    short: 'no milestone',
  },
  'S-26.milestone-achieved': {
    plain: 'Pull request {number} serves {id}, which is already achieved',
    short: 'milestone achieved',
  },
  'S-26.criterion-unmet': {
    plain: 'Pull request {number} names {id}, which is not met',
    short: 'criterion not met',
  },
  'S-27.in-freeze': {
    plain: '{what} happened inside the freeze {freeze} without an exception',
    short: 'in freeze',
  },
  'S-27.outside-window': {
    plain: 'Deployment {deployment} of {id} was outside its change window',
    short: 'outside window',
  },
  'S-28.blocked': {
    plain: '{key}, linked from {id}, is blocked for {days|workdays}',
    short: 'blocked',
  },
  'S-28.slower': {
    plain: 'Work takes {now|days} in the median, it took {then|days} before',
    short: 'slower',
  },
  'S-29.spike': {
    plain: '{count} incidents and defects came in a week, usual are {usual}',
    short: 'spike',
  },
  'S-29.cluster': { plain: '{count} incidents on {component} in 30 days', short: 'cluster' },
  'S-30.owner-overdue': {
    plain: '{id} has {count|n:action:actions} overdue: {actions}',
    short: 'actions overdue',
  },
  'S-30.closing-slowly': {
    plain: '{now|percent} of actions were done in time, {before|percent} in the 30 days before',
    short: 'actions slow',
  },
  'S-31.no-outcome': {
    plain: 'The forum {forum} met twice without a decision or an action',
    short: 'no outcome',
  },
  'S-31.minutes-owed': { plain: 'The minutes of {id} were due {due|day}', short: 'minutes owed' },
  'S-32.over-allocated': {
    plain: '{id} is allocated to {percent|percent} on {on|day}',
    short: 'over-allocated',
  },
  'S-32.vacant-role': {
    plain: '{id} needs a {role} from {needed|day} and has none',
    short: 'vacant role',
  },
  'S-32.two-at-once': {
    plain: '{owner} owns two critical steps of {id} that run at the same time',
    short: 'two steps at once',
  },
  'S-33.step-outside': {
    plain: 'The step "{step}" of {id} runs outside its window',
    short: 'step outside',
  },
  'S-33.window-too-short': {
    plain: '{id} needs {chain} minutes[[ and {rollback} to roll back]], its window has {window}',
    short: 'window too short',
  },
  'S-33.no-point-of-no-return': {
    plain: '{id} names no point of no return',
    short: 'no point of no return',
  },
  'S-33.not-rehearsed': {
    plain: 'The rollback of {id} was never rehearsed',
    short: 'not rehearsed',
  },
  'S-33.no-backup': {
    plain: 'The critical step "{step}" of {id} has no backup',
    short: 'no backup',
  },
  'S-34.right-violated': {
    plain: '{id} was changed without what {rule} asks for: {finding|words}',
    short: 'right violated',
  },
  'S-35.affects-nothing': {
    plain: '{id} affects nothing. Say what it affects',
    short: 'affects nothing',
  },
  'S-35.dangling': {
    plain: '{id} has no milestone before it and none after it',
    short: 'dangling',
  },
  'S-36.not-ordered': {
    plain: '{id} takes {lead|workdays} to get, {left|workdays} are left, and it is not ordered',
    short: 'not ordered',
  },
  'S-37.unlikely': {
    plain:
      '{id} meets {committed|day} with {percent|percent}; four fifths of the runs end by {p80|day}',
    short: '{percent|percent} likely',
  },
  'S-38.enabler-late': {
    plain: '{other} ends {finish|day}, after the first benefit of {id} is planned, {first|day}',
    short: 'enabler late',
  },
  'S-38.assumption-broken': {
    plain: '{id} rests on {other}, which is wrong',
    short: 'assumption broken',
  },
  'S-38.below-plan': {
    plain: '{id} has reached {percent|percent} of its plan',
    short: '{percent|percent} of plan',
  },
  'S-39.unassessed': {
    plain: '{id} waits for an assessment since {from|day}, {days|workdays}',
    short: 'not assessed',
  },
  'S-39.emergency-unreviewed': {
    plain: '{id} was an emergency, done {from|day}, and nobody reviewed it',
    short: 'not reviewed',
  },
  'S-40.criterion-late': {
    plain: '{id} ({category|words}) was due {due|day}, the release is {left|workdays} away',
    short: 'late for release',
  },
  'S-40.step-late': {
    plain: 'The message "{step}" of {id} did not go out, the release is {left|workdays} away',
    short: 'message late',
  },
  'S-41.squeezed': {
    plain: '{id} leaves {now|workdays} to test, planned were {planned}',
    short: 'test squeezed',
  },
  'S-42.unstable': {
    plain:
      'The test environment of {id} has {open|n:issue:issues} open and {recent} new in 14 days',
    short: 'unstable environment',
  },
};

import type { Catalogue } from './sentence.ts';

/** Why a sign-off does not count (`SignOffProblem`), by `signoff.` and the code. */
export const signOffSentences: Catalogue = {
  'signoff.missing': { plain: 'Not signed yet', short: 'missing' },
  'signoff.pending': { plain: 'Waits for a decision', short: 'pending' },
  'signoff.rejected': { plain: 'Rejected[[ by {by}]][[ on {at|day}]]', short: 'rejected' },
  'signoff.not-required': { plain: 'Marked as not required', short: 'not required' },
  'signoff.unsigned': { plain: 'Approved, but who signed and when is not said', short: 'unsigned' },
  'signoff.role-not-held': {
    plain: '{person} did not hold the role {role|words} on {at|day}',
    short: 'role not held',
  },
  'signoff.covers-mismatch': {
    plain: 'The criteria changed after it was signed. Compare and sign again',
    short: 'criteria changed',
  },
  'signoff.no-digest': {
    plain: 'It does not say which criteria it covers',
    short: 'covers nothing',
  },
  'signoff.expired': { plain: 'Was valid until {until|day}', short: 'expired' },
  'signoff.criterion-regressed': {
    plain: '{criterion} went from met to not met on {at|day}, after it was signed',
    short: '{criterion} fell back',
  },
  'signoff.conditions-incomplete': {
    plain:
      'Signed with conditions[[: {condition} has no due date]]. Each needs an action with a due date',
    short: 'conditions incomplete',
  },
  'signoff.only-evidence-author': {
    plain:
      '{person} gave all the evidence for {category|words} and signed it. Somebody else must add evidence',
    short: 'own evidence only',
  },
  'signoff.evidence-too-low': {
    plain: 'Only {level|evidence}; at least {least|evidence} is needed',
    short: 'evidence too low',
  },
  'signoff.author-is-not-signatory': {
    plain: 'Shown as declared: the commit was made by somebody else',
    short: 'declared',
  },
};

/** What stands between a gate and "go" (`MissingForGo`). */
export const missingSentences: Catalogue = {
  'missing.criterion-unmet': {
    plain: '{subject} {title}: {status|words}[[, due {due|day}]]',
    short: '{subject} {status|words}',
  },
  'missing.criterion-unreadable': {
    plain: '{subject} cannot be read. Correct the file',
    short: '{subject} cannot be read',
  },
  'missing.signoff': {
    plain: 'Sign-off of {subject|words}: {problem|words}',
    short: '{subject|words}',
  },
  'missing.below-threshold': {
    plain:
      '{met} of {applicable|n:criterion:criteria} met, {threshold|percent} needed: {needed} more',
    short: '{needed} more',
  },
  'missing.no-criteria': {
    plain: 'No criterion applies. Add one before the review',
    short: 'no criteria',
  },
};

/** Verdicts, evidence levels (rulings A3) and RAG words. */
export const verdictSentences: Catalogue = {
  'verdict.go': { plain: 'Go' },
  'verdict.conditional_go': { plain: 'Conditional go' },
  'verdict.no_go': { plain: 'No go' },
  'verdict.not_assessable': { plain: 'Not assessable' },
  'evidence.L0': { plain: 'declared' },
  'evidence.L1': { plain: 'reviewed' },
  'evidence.L2': { plain: 'enforced' },
  'evidence.L3': { plain: 'pipeline' },
  'rag.red': { plain: 'Red' },
  'rag.amber': { plain: 'Amber' },
  'rag.green': { plain: 'Green' },
  'rag.grey': { plain: 'Stale' },
  'rag.complete': { plain: 'Complete' },
  'rag.not_started': { plain: 'Not started' },
};

/** Why a record is shown on a page, by match rule; `id` is the record's. */
export const reasonSentences: Catalogue = {
  'reason.trailer': { plain: 'The description says Program-Item: {value}' },
  'reason.trailer@title': { plain: 'The title says [{value}]' },
  'reason.external': { plain: '[[{id} names ]]{value}' },
  'reason.mention': { plain: 'The text or the branch names {value}' },
  'reason.milestone-map': { plain: 'Its milestone, version or label is {value}' },
  'reason.scope': { plain: '{value} is in its scope' },
  'reason.path': { plain: 'The file matches {value}[[ in {id}]]' },
  'reason.branch': { plain: 'Branch {value} matches[[ {id}]]' },
  'reason.workstream': { plain: '{value} belongs to the workstream[[ {id}]]' },
  'reason.through': { plain: 'Reached through {through}' },
};

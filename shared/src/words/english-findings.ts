import type { Catalogue } from './sentence.ts';

const at = 'One accountable person';

/** What `readProgram` and the data-quality rules say (domain 1.19), by `rule.code`. */
export const findingSentences: Catalogue = {
  'DQ-01.file-name-is-no-id': { plain: '"{name}" is no id of a {kind|words}. Rename the file' },
  'DQ-01.no-id': { plain: 'The id is missing. The file name promises {expected}' },
  'DQ-01.id-differs': { plain: 'The id is {found}, the file name says {expected}' },
  'DQ-01.sign-off-differs': { plain: '{key} is {found}, the path says {expected}' },
  'DQ-02.dangling': { plain: '{to} does not exist. Correct the id or add the record' },
  'DQ-02.no-id': { plain: '{to} is no id' },
  'DQ-02.names-itself': { plain: 'It names itself' },
  'DQ-02.other-program': { plain: '{to} belongs to a program that is not connected' },
  'DQ-02.wrong-kind': { plain: '{to} is a {kind|words}, expected [[{allowed}]]' },
  'DQ-03.plan-cycle': { plain: 'These wait for each other: {members}. Remove one link' },
  'DQ-03.step-cycle': { plain: 'These steps wait for each other: {members}. Remove one link' },
  'DQ-04.deleted': { plain: 'The file was deleted. Restore it and set the status to void' },
  'DQ-05.entry-changed': {
    plain: 'Entry {entry} of {field} was changed or removed. Only add to it',
  },
  'DQ-06.rewritten': { plain: '{field} is written once: it was {was}[[, now {is}]]' },
  'DQ-07.not-allowed': { plain: 'The status cannot go from {from|words} to {to|words}' },
  'DQ-07.not-logged': { plain: 'The change from {from|words} to {to|words} is not in the log' },
  'DQ-07.no-baseline-entry': {
    plain:
      'The committed date moved[[ from {from|day}]] to {to|day} without an entry in baseline_history',
  },
  'DQ-09.not-ordered': { plain: '{later} ({b}) must not be before {earlier} ({a})' },
  'DQ-10.in-future': { plain: '{field} {day|day} has not come yet' },
  'DQ-11.no-owner': { plain: 'Nobody owns it. Name one person' },
  'DQ-11.unknown-owner': { plain: '{owner} is not in people.yaml' },
  'DQ-11.inactive-owner': { plain: '{owner} is no longer active. Name somebody else' },
  'DQ-12.nobody-accountable': { plain: `${at} is missing for "{deliverable}"` },
  'DQ-12.several-accountable': {
    plain: '"{deliverable}" has several accountable: {people}. Keep one',
  },
  'DQ-13.tracked-twice': { plain: '{key} is tracked by {other} too' },
  'DQ-14.no-history': { plain: 'The forecast {forecast|day} is not in forecast_history' },
  'DQ-14.differs': { plain: 'The forecast is {forecast|day}, its history ends with {last|day}' },
  'DQ-15.snapshot-differs': { plain: '{name|words} was stored as {stored}, counted {counted}' },
  'DQ-17.no-owner': { plain: 'Nobody owns this criterion of {gate}' },
  'DQ-17.no-due': { plain: 'This criterion of {gate} has no due date' },
  'DQ-18.secret-named': { plain: 'A public record names {to}, which is {classification}' },
  'SURVEY-NAMES.responses-kept': {
    plain:
      '{count|n:response is:responses are} kept, and Git names their author. Keep sums by group',
  },
  'SCHEMA.missing': { plain: '{field} is missing' },
  'SCHEMA.wrong-type': { plain: '{field} must be {expected}, it is {found}' },
  'SCHEMA.not-one-of': { plain: '{field} is "{found}". Use one of {allowed}' },
  'SCHEMA.bad-form': { plain: '{field} is "{found}". Write {expected}' },
  'SCHEMA.bad-value': { plain: '{field} cannot be "{found}"' },
  'SCHEMA.too-short': { plain: '{field} needs at least {limit}' },
  'SCHEMA.too-long': { plain: '{field} may have at most {limit}' },
  'SCHEMA.too-small': { plain: '{field} must be at least {limit}' },
  'SCHEMA.too-big': { plain: '{field} may be at most {limit}' },
  'SCHEMA.not-a-map': { plain: 'The file must hold keys and values' },
  'UNKNOWN-KEY.unknown-key': {
    plain: '"{key}" is not a known key. It is kept',
    short: '"{key}" is not a known key',
  },
  'UNKNOWN-FILE.unknown-file': { plain: 'No record belongs in this place. It is kept' },
  'FORMAT.not-a-format': { plain: '"{found}" is no format of Milepost. Write {known}' },
  'FORMAT.no-charter': { plain: 'program.yaml is missing' },
  'FORMAT-NEWER.newer': {
    plain: 'This program uses a newer format ({found}). You can read it. Update Milepost to edit',
  },
  'YAML-SYNTAX.syntax': { plain: 'This is no YAML: {detail}' },
  'YAML-SYNTAX.empty': { plain: 'The file is empty' },
  'YAML-SYNTAX.several-documents': { plain: 'One file holds one record. Remove "---"' },
  'YAML-SYNTAX.unknown-tag': { plain: 'Tags are not read: {detail}' },
  'YAML-SYNTAX.directive': { plain: 'Directives are not read: {detail}' },
  'YAML-SYNTAX.empty-key': { plain: 'A key is empty' },
  'DQ-16.duplicate-key': { plain: 'A key is there twice: {detail}' },
  'YAML-LIMIT.too-large': { plain: 'The file is too large: {detail}' },
  'YAML-LIMIT.too-deep': { plain: 'The file is nested too deep' },
  'YAML-LIMIT.too-many-aliases': { plain: 'The file repeats itself too often by aliases' },
  'YAML-LIMIT.cycle': { plain: 'The file contains itself by an alias' },
};

/** Approvals that a change still needs (domain 3.3), by `requirement.` and the state. */
export const requirementSentences: Catalogue = {
  'requirement.satisfied': { plain: 'Approved' },
  'requirement.missing': { plain: 'Needs approval[[ of {role|words}]]' },
  'requirement.invalid': { plain: 'The approval does not count[[: {by} did not hold the role]]' },
  'requirement.stale': { plain: 'The change moved on after it was approved. Approve it again' },
  'requirement.self_approval': { plain: 'Who made the change cannot approve it' },
  'requirement.blocked_role': { plain: 'This role may not approve it' },
  'requirement.evidence_too_low': { plain: 'Declared only. A review on the host is needed' },
};

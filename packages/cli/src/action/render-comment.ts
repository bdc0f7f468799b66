import type { ProgramChange } from '@milepost/shared/change/program-change';
import type { Badge } from '@milepost/shared/context/badge';
import { isClassified } from '@milepost/shared/context/badge-facts';
import type { Requirement } from '@milepost/shared/policy/required-approvals';
import type { Finding } from '@milepost/shared/program/finding';
import type { Program } from '@milepost/shared/program/program';
import { findPerson } from '@milepost/shared/readiness/roles';
import { sayBadgeState } from '@milepost/shared/words/say-badge';
import { sayChange } from '@milepost/shared/words/say-change';
import { sayFinding, sayRequirement } from '@milepost/shared/words/say-finding';
import { sayEvidenceLevel } from '@milepost/shared/words/say-readiness';
import { sayReason, sayThrough } from '@milepost/shared/words/say-reason';
import { plural } from '../text/say.ts';
import { isOpen, type Verdict } from './judge-pull.ts';
import { codeSpan, githubText, linkTo, tableOf } from './markdown.ts';

export type CommentInput = {
  verdict: Verdict;
  before: Program;
  after: Program;
  asOf: string;
  mergeBase: string;
  /** Web address of a file of the program at the head commit. */
  fileUrl(path: string, line: number): string;
};

/** GitHub takes 65,536 characters in a comment and 65,535 in a check; the marker in front needs some. */
const MOST_CHARACTERS = 60_000;
const ROW_LIMITS = [100, 50, 20, 10, 3] as const;

const words = (text: string): string => text.replaceAll('_', ' ');

/** Rulings A6, A7: records above `internal` are not drawn into a page of the host. */
export function isWithheld(
  { before, after }: Pick<CommentInput, 'before' | 'after'>,
  id: string | undefined,
): boolean {
  // A sign-off `G-2/security_grc` is as classified as its gate.
  const record = id?.split('/')[0] ?? '';
  return [before.records.get(record), after.records.get(record)].some(
    (known) => known !== undefined && isClassified(known),
  );
}

/** Named and never notified: a comment is no reason to interrupt somebody. */
function personCell(people: Program, id: string): string {
  const person = findPerson(people, id);
  const name = githubText(person?.name ?? id, 80);
  return person?.github === undefined ? name : `${name} (${codeSpan(`@${person.github}`, 60)})`;
}

function needsCell({ before }: CommentInput, { person, roles, scope, count }: Requirement): string {
  const who =
    person === undefined
      ? githubText(roles.map(words).join(' or '), 120)
      : personCell(before, person);
  const where = scope === 'program' ? '' : ` for ${codeSpan(scope, 40)}`;
  return `${count > 1 ? `${count} × ` : ''}${who}${where}`;
}

const placeCell = (input: CommentInput, text: string, file: string, line: number): string =>
  linkTo(text, input.fileUrl(file, line));

/** Rulings A3: what an approval is worth stands beside it. */
function stateCell({ before }: CommentInput, { state, approvals }: Requirement): string {
  const given = approvals.map(({ by, level }) => {
    const name = findPerson(before, by)?.name ?? by;
    return `${githubText(name, 80)}, ${sayEvidenceLevel(level)}`;
  });
  const said = githubText(sayRequirement(state));
  return given.length === 0 ? said : `${said} (${given.join('; ')})`;
}

function requirementRow(input: CommentInput, requirement: Requirement): string[] {
  const { id, file, line, fields, rule, whoCan } = requirement;
  const who = whoCan.map((person) => personCell(input.before, person)).join(', ');
  return [
    placeCell(input, id, file, line),
    fields.map((field) => codeSpan(field, 60)).join(' '),
    codeSpan(rule, 40),
    needsCell(input, requirement),
    stateCell(input, requirement),
    isOpen(requirement) ? who || 'nobody holds the role' : '',
  ];
}

/** A file that became unreadable is not gone, though the program no longer has its record. */
const isBroken = ({ after }: CommentInput, { code, id }: ProgramChange): boolean =>
  code === 'removed' && after.broken.some((broken) => broken.id === id);

const changeRow = (input: CommentInput, change: ProgramChange): string[] => [
  codeSpan(change.id, 60),
  githubText(change.title, 120),
  isBroken(input, change) ? 'cannot be read any more' : githubText(sayChange(change), 300),
];

function whyCell({ reasons, through, id }: Badge): string {
  const said = reasons.slice(0, 3).map((reason) => sayReason(reason, through ?? id));
  const all = through === undefined ? said : [sayThrough(through), ...said];
  return githubText(all.join('; '), 300);
}

const badgeRow = (_: CommentInput, badge: Badge): string[] => [
  codeSpan(badge.id, 60),
  githubText(badge.title, 120),
  githubText(sayBadgeState(badge)),
  whyCell(badge),
];

const findingRow = (input: CommentInput, finding: Finding): string[] => [
  placeCell(input, `${finding.file}:${finding.line}`, finding.file, finding.line),
  finding.severity,
  codeSpan(finding.rule, 40),
  isWithheld(input, finding.id)
    ? 'in a record that is classified'
    : githubText(sayFinding(finding), 300),
];

type Section<Item> = {
  title: string;
  head: readonly string[];
  items: readonly Item[];
  row(input: CommentInput, item: Item): readonly string[];
};

function section<Item>(
  input: CommentInput,
  most: number,
  { title, head, items, row }: Section<Item>,
): string[] {
  if (items.length === 0) return [];
  const rows = items.slice(0, most).map((item) => row(input, item));
  return ['', `#### ${title}`, '', tableOf(head, rows, items.length)];
}

const withheldNote = (input: CommentInput): string[] => {
  const changes = input.verdict.changes.filter(({ id }) => isWithheld(input, id));
  const hidden = new Set(changes.map(({ id }) => id)).size + input.verdict.withheld;
  return hidden === 0
    ? []
    : ['', `${plural(hidden, 'record')} classified above internal: not shown here.`];
};

function sayApprovals(requirements: readonly Requirement[]): string[] {
  if (requirements.length === 0) return [];
  const missing = requirements.filter(isOpen).length;
  return [missing > 0 ? `${plural(missing, 'approval')} missing` : 'all approvals given'];
}

/** One line: how the pull request stands. Also the title of the check. */
export function sayVerdict({ requirements, findings, touches }: Verdict): string {
  if (!touches) return 'Nothing in this pull request touches the program.';
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warn')];
  const said = [
    ...sayApprovals(requirements),
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ].join(', ');
  return said === '' ? 'Nothing is missing' : said.charAt(0).toUpperCase() + said.slice(1);
}

function render(input: CommentInput, most: number): string {
  const { verdict, before, after, mergeBase, asOf } = input;
  if (!verdict.touches) return sayVerdict(verdict);
  const named = after.readOnly === undefined ? after : before;
  return [
    `### ${githubText(named.charter.name, 80)}`,
    '',
    `**${sayVerdict(verdict)}**`,
    ...section(input, most, {
      title: 'Approvals',
      head: ['Record', 'Fields', 'Rule', 'Needs', 'State', 'Who can give it'],
      items: verdict.requirements,
      row: requirementRow,
    }),
    ...section(input, most, {
      title: 'What changes in the program',
      head: ['Record', 'Title', 'Change'],
      items: verdict.changes.filter(({ id }) => !isWithheld(input, id)),
      row: changeRow,
    }),
    ...section(input, most, {
      title: 'What this pull request touches',
      head: ['Record', 'Title', 'State', 'Why'],
      items: verdict.badges,
      row: badgeRow,
    }),
    ...section(input, most, {
      title: 'Findings',
      head: ['Where', 'Severity', 'Rule', 'What'],
      items: verdict.findings,
      row: findingRow,
    }),
    ...withheldNote(input),
    '',
    `<sub>As of ${asOf}. Policy, roles and people as of ${codeSpan(mergeBase.slice(0, 10))}, where this branch began.</sub>`,
  ].join('\n');
}

/** The Markdown of comment, check and job summary: one text, short enough for GitHub, in which nothing acts. */
export function renderComment(input: CommentInput): string {
  for (const most of ROW_LIMITS) {
    const text = render(input, most);
    if (text.length <= MOST_CHARACTERS) return text;
  }
  return `**${sayVerdict(input.verdict)}**`;
}

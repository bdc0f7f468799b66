import type { Requirement } from '@milepost/shared/policy/required-approvals';
import type { Finding } from '@milepost/shared/program/finding';
import type { Program } from '@milepost/shared/program/program';
import { sayFinding, sayRequirement } from '@milepost/shared/words/say-finding';
import type { Annotation, CheckRun } from './github-api.ts';
import { isOpen, type Verdict } from './judge-pull.ts';
import { githubText, oneLine } from './markdown.ts';
import { isWithheld, sayVerdict } from './render-comment.ts';

const LEVELS: Readonly<Record<Finding['severity'], Annotation['level']>> = {
  error: 'failure',
  warn: 'warning',
  info: 'notice',
};

type Programs = { before: Program; after: Program };

const ofRequirement = (folder: string, requirement: Requirement): Annotation => ({
  path: pathIn(folder, requirement.file),
  line: requirement.line,
  level: 'failure',
  title: oneLine(`${requirement.rule} ${requirement.id}`, 100),
  message: oneLine(
    `${requirement.fields.join(', ')}: ${sayRequirement(requirement.state)}. Who can: ${requirement.whoCan.join(', ') || 'nobody holds the role'}.`,
    500,
  ),
});

const ofFinding = (folder: string, programs: Programs, finding: Finding): Annotation => ({
  path: pathIn(folder, finding.file),
  line: finding.line,
  level: LEVELS[finding.severity],
  title: oneLine(finding.rule, 100),
  message: isWithheld(programs, finding.id)
    ? 'In a record that is classified.'
    : oneLine(sayFinding(finding), 500),
});

/** Path from the root of the repository. */
export const pathIn = (folder: string, file: string): string =>
  folder === '' ? file : `${folder}/${file}`;

const externalId = (folder: string): string => `milepost ${folder || '.'}`;

/** The check when the pull request could not be judged. */
export const unreadCheck = (reason: string, said: { name: string; folder: string }): CheckRun => ({
  name: said.name,
  externalId: externalId(said.folder),
  conclusion: 'failure',
  title: 'This pull request could not be judged',
  summary: githubText(reason, 500),
  annotations: [],
});

/** The required check: red for missing approvals and for findings that `fail-on` names, each at its line. */
export function checkRun(
  verdict: Verdict,
  programs: Programs,
  said: { name: string; folder: string; summary: string },
): CheckRun {
  const { name, folder, summary } = said;
  return {
    name,
    externalId: externalId(folder),
    conclusion: verdict.passes ? 'success' : 'failure',
    title: sayVerdict(verdict),
    summary,
    annotations: [
      ...verdict.requirements.filter(isOpen).map((each) => ofRequirement(folder, each)),
      ...verdict.findings.map((each) => ofFinding(folder, programs, each)),
    ],
  };
}

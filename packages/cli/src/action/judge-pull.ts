import { compare } from '@milepost/shared/change/compare';
import type { ProgramChange } from '@milepost/shared/change/program-change';
import type { Badge } from '@milepost/shared/context/badge';
import { recordBadges, withheldCount } from '@milepost/shared/context/badges-for';
import type { Match, PageContext } from '@milepost/shared/context/context';
import { buildIndex } from '@milepost/shared/context/context-index';
import { findMatches } from '@milepost/shared/context/find-matches';
import type { GivenApproval } from '@milepost/shared/policy/judge-approvals';
import { type Requirement, requiredApprovals } from '@milepost/shared/policy/required-approvals';
import { checkProgram } from '@milepost/shared/program/check-program';
import type { Finding } from '@milepost/shared/program/finding';
import { personId } from '@milepost/shared/readiness/roles';
import type { FailOn } from './inputs.ts';
import { changedFiles, type ProgramAt } from './program-source.ts';
import type { Pull } from './pull-event.ts';

export type PullInput = {
  pull: Pull;
  /** At the merge base: policy, roles and people count as they are there (rulings A4). */
  before: ProgramAt;
  after: ProgramAt;
  /** Changed paths of the whole repository. */
  paths: readonly string[];
  approvals: readonly GivenApproval[];
  /** YYYY-MM-DD. */
  asOf: string;
  failOn: FailOn;
};

/** What is to be said about one pull request. */
export type Verdict = {
  changes: readonly ProgramChange[];
  /** Records that its paths, branch, labels or text lead to, worst first. */
  badges: readonly Badge[];
  /** Matched records above `internal`, which are not named (rulings A6). */
  withheld: number;
  requirements: readonly Requirement[];
  /** In changed files, and what the change broke elsewhere. */
  findings: readonly Finding[];
  /** Whether the required check is green. */
  passes: boolean;
  /** Nothing is said about a pull request that has nothing to do with the program. */
  touches: boolean;
};

export const isOpen = ({ state }: Requirement): boolean => state !== 'satisfied';

const contextOf = (pull: Pull, paths: readonly string[]): PageContext => ({
  repo: pull.repository,
  number: pull.number,
  url: pull.url,
  title: pull.title,
  body: pull.body,
  headBranch: pull.head.branch,
  baseBranch: pull.base.branch,
  labels: pull.labels,
  ...(pull.milestone !== undefined && { githubMilestone: pull.milestone }),
  paths,
});

/** A workstream fits every pull request of its repository: too little to speak up for. */
const isTelling = ({ reasons }: Match): boolean =>
  reasons.some(({ rule }) => rule !== 'workstream');

/** A finding without its place, which moves when lines above it change. */
const identityOf = ({ rule, code, file, id, field, facts }: Finding): string =>
  JSON.stringify([rule, code, file, id, field, facts]);

function findingsOf({ before, after, asOf }: PullInput): Finding[] {
  const changed = changedFiles(before, after);
  const known = new Set(checkProgram(before.program, { asOf }).map(identityOf));
  return checkProgram(after.program, { asOf, base: before.program }).filter(
    (finding) => changed.has(finding.file) || !known.has(identityOf(finding)),
  );
}

/** Approvals the change needs and how they stand; with no approval given, what is needed at all. */
export const requirementsOf = (
  { pull, before, after, asOf }: Omit<PullInput, 'approvals'>,
  approvals: readonly GivenApproval[] = [],
): Requirement[] =>
  requiredApprovals({
    before: before.program,
    after: after.program,
    policyAtBase: before.program,
    author: personId(before.program, `@${pull.author}`),
    approvals,
    asOf,
  });

/** Everything a pull request's comment and check are made of. Pure: the same input gives the same verdict. */
export function judgePull(input: PullInput): Verdict {
  const { pull, before, after, paths, asOf, failOn } = input;
  const context = contextOf(pull, paths);
  const matches = findMatches(buildIndex(after.program), after.program, context).filter(isTelling);
  const badges = recordBadges(matches, after.program, asOf, context);
  const changes = compare(before.program, after.program);
  const requirements = requirementsOf(input, input.approvals);
  const changed = changedFiles(before, after);
  const findings = changed.size > 0 ? findingsOf(input) : [];
  const fails = findings.some(({ severity }) => severity === 'error' || severity === failOn);
  return {
    changes,
    badges,
    withheld: withheldCount(matches),
    requirements,
    findings,
    passes: !fails && !requirements.some(isOpen),
    touches: changed.size > 0 || badges.length > 0,
  };
}

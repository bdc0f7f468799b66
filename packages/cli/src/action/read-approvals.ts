import type { GivenApproval } from '@milepost/shared/policy/judge-approvals';
import type { Requirement } from '@milepost/shared/policy/required-approvals';
import type { GithubApi } from './github-api.ts';
import { coversAt, givenBy, type Review, standingReviews } from './given-reviews.ts';
import type { ProgramAt, ProgramSource } from './program-source.ts';
import type { Pull } from './pull-event.ts';

/** Older commits that are read at most, to see whether a review of them still covers the change. */
const MOST_COMMITS = 20;

/**
 * What reviews on the host are worth: `L1`, or `L2` where a rule of the repository requires this very check, so that
 * nothing is merged without them (domain 3.3 and 3.4).
 */
async function levelOf(
  api: GithubApi,
  pull: Pull,
  checkName: string,
  needed: readonly Requirement[],
): Promise<'L1' | 'L2'> {
  if (!needed.some(({ minEvidence }) => minEvidence > 'L1')) return 'L1';
  return (await api.requiredChecks(pull)).includes(checkName) ? 'L2' : 'L1';
}

async function coversOfCommits(
  source: ProgramSource,
  before: ProgramAt,
  commits: readonly string[],
): Promise<ReadonlyMap<string, GivenApproval['covers']>> {
  const covers = new Map<string, GivenApproval['covers']>();
  for (const commit of commits.slice(0, MOST_COMMITS)) {
    // A commit that was pushed away may be gone: its review then covers nothing we can prove.
    const reviewed = await source.at(commit);
    if (reviewed.ok) covers.set(commit, coversAt(before.program, reviewed.value.program));
  }
  return covers;
}

const olderCommits = (reviews: readonly Review[], head: string): string[] => [
  ...new Set(
    reviews.map(({ commit }) => commit).filter((id) => id !== head && /^[0-9a-f]{40}$/.test(id)),
  ),
];

/** Reviews of the pull request as approvals, read live (rulings A3). Asks nothing where nothing is needed. */
export async function readApprovals(
  world: { api: GithubApi; source: ProgramSource },
  pull: Pull,
  before: ProgramAt,
  needed: readonly Requirement[],
  checkName: string,
): Promise<readonly GivenApproval[]> {
  if (needed.length === 0) return [];
  const reviews = standingReviews(await world.api.reviews(pull));
  const level = await levelOf(world.api, pull, checkName, needed);
  const head = pull.head.commit;
  const covers = await coversOfCommits(world.source, before, olderCommits(reviews, head));
  return reviews.map((review) =>
    givenBy(review, review.commit === head ? 'head' : covers.get(review.commit), level),
  );
}

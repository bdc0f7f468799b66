import { coversOf } from '@milepost/shared/policy/covers-of';
import type { GivenApproval } from '@milepost/shared/policy/judge-approvals';
import { listChanges } from '@milepost/shared/policy/list-changes';
import { rulesInForce } from '@milepost/shared/policy/rules-in-force';
import type { Program } from '@milepost/shared/program/program';

/** A review as the host tells it. `state`: APPROVED, CHANGES_REQUESTED, DISMISSED, COMMENTED, PENDING. */
export type Review = { login: string; state: string; commit: string; at: string; url: string };

const DECIDING: readonly string[] = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'];

/** The word of each reviewer that stands: the last one that decided. A comment takes no approval back. */
export function standingReviews(reviews: readonly Review[]): readonly Review[] {
  const last = new Map<string, Review>();
  for (const review of reviews)
    if (DECIDING.includes(review.state)) last.set(review.login.toLowerCase(), review);
  return [...last.values()].filter(({ state }) => state !== 'DISMISSED');
}

/** What an approval of the program as it was at a reviewed commit covers, by `<id> <rule>` (rulings A3, B1). */
export function coversAt(before: Program, reviewed: Program): Readonly<Record<string, string>> {
  const rules = rulesInForce(before);
  const changes = listChanges(before, reviewed);
  return Object.fromEntries(
    changes.flatMap(({ id, subject, after }) =>
      rules
        .filter(({ on }) => on.some(({ record }) => record === subject))
        .map((rule) => [`${id} ${rule.id}`, coversOf(after, rule)] as const),
    ),
  );
}

/** A review as an approval of the whole change. `covers`: `head`, or digests of an older commit, if it can be read. */
export const givenBy = (
  review: Review,
  covers: GivenApproval['covers'],
  level: 'L1' | 'L2',
): GivenApproval => ({
  by: `@${review.login}`,
  at: review.at,
  decision: review.state === 'APPROVED' ? 'approved' : 'rejected',
  level,
  covers,
  ref: review.url,
});

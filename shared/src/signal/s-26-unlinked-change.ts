import type { PullRequest } from './activity.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

const isRelease = ({ base, protectedBase }: PullRequest): boolean =>
  protectedBase === true || base.startsWith('release/') || base.startsWith('release-');

function judge({ program }: SignalView, pull: PullRequest): Found[] {
  const { repo, number, url, items, base } = pull;
  const subject = `${repo}#${number}`;
  const linked = items.flatMap((id) => program.records.get(id) ?? []);
  const facts = { url, base, number, repo };
  const wrong = linked.flatMap(({ kind, id, data }): Found[] => {
    if (kind === 'milestone' && data.status === 'achieved') {
      return [{ code: 'milestone-achieved', severity: 'warn', subjects: [id, subject], facts }];
    }
    const unmet =
      kind === 'criterion' && (data.status === 'not_met' || data.status === 'not_started');
    return unmet
      ? [{ code: 'criterion-unmet', severity: 'warn', subjects: [id, subject], facts }]
      : [];
  });
  const bare = isRelease(pull) && !linked.some(({ kind }) => kind === 'milestone');
  if (!bare) return wrong;
  return [...wrong, { code: 'no-milestone', severity: 'info', subjects: [subject], facts }];
}

/** S-26: a pull request into a release branch that serves no milestone, or one that serves the wrong one. */
export const unlinkedChange: SignalDefinition = {
  rule: 'S-26',
  needs: ['pullRequests'],
  detect: (view) =>
    (view.activity.pullRequests ?? [])
      .filter(({ state }) => state === 'open')
      .flatMap((pull) => judge(view, pull)),
};

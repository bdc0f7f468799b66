import { ok } from '../../result.ts';
import { valueAt } from '../../text/field-value.ts';
import { changeRecord } from '../edit-of.ts';
import { isSafeLink } from '../evidence-entry.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, refuse } from '../plan-context.ts';
import { append, findTarget, type Target } from '../target.ts';

/** Says that a page, a pull request or a branch belongs to a record (rulings B6, domain 1.2 `external`). */
export type LinkRecord = {
  intent: 'link-record';
  id: string;
  page?: { system: string; key: string; url?: string; role?: string };
  /** Branch name or glob; milestones, gates and workstreams match branches. */
  branch?: string;
};

const listAt = (target: Target, path: readonly string[]): readonly unknown[] => {
  const value = valueAt(target.data, path);
  return Array.isArray(value) ? value : [];
};

function linkPage(
  intent: LinkRecord,
  page: NonNullable<LinkRecord['page']>,
  target: Target,
): Planned {
  const { id } = intent;
  if (page.url !== undefined && !isSafeLink(page.url))
    return refuse('unsafe-link', { url: page.url });
  const there = listAt(target, ['external']).some(
    (entry) => valueAt(entry, ['system']) === page.system && valueAt(entry, ['key']) === page.key,
  );
  if (there) return refuse('already-linked', { id, to: page.key });
  const ops = [append('external', filled(page))];
  return ok(changeRecord(intent.intent, target, `Link ${id} to ${page.key}`, ops));
}

function linkBranch(intent: LinkRecord, branch: string, target: Target): Planned {
  const { id } = intent;
  if (listAt(target, ['match', 'branches']).includes(branch)) {
    return refuse('already-linked', { id, to: branch });
  }
  const ops = [append('match.branches', branch)];
  return ok(changeRecord(intent.intent, target, `Link ${id} to branch ${branch}`, ops));
}

export function planLinkRecord(intent: LinkRecord, context: PlanContext): Planned {
  const { id, page, branch } = intent;
  if (page !== undefined) {
    const target = findTarget(context, id);
    return target.ok ? linkPage(intent, page, target.value) : target;
  }
  if (branch === undefined || branch.trim() === '') return refuse('nothing-to-link', { id });
  const target = findTarget(context, id, 'milestone', 'gate', 'workstream');
  return target.ok ? linkBranch(intent, branch.trim(), target.value) : target;
}

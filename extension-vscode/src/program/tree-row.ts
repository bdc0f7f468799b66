import type { RowIcon } from './icon.ts';

/** What a row stands for; commands read it from the row they were called on. */
export type RowSubject = {
  /** Record id, or the id a broken file promises. */
  id?: string;
  /** File below the program folder. */
  path?: string;
  gate?: string;
  role?: string;
};

/** One row of a tree, free of any editor type. Texts are plain: nothing in them is ever rendered as markup. */
export type TreeRow = {
  /** Unique in its tree and the same after every rebuild, so that open rows stay open. */
  key: string;
  label: string;
  description: string;
  /** Full text of the row. */
  tooltip: string;
  /** Kind and level in words, for people who do not see the icon. */
  spoken: string;
  icon: RowIcon;
  /** Which actions the row offers. */
  context:
    | 'milestone'
    | 'gate'
    | 'criterion'
    | 'signoff'
    | 'dependency'
    | 'record'
    | 'broken'
    | 'group';
  subject?: RowSubject;
  open?: boolean;
  /** Absent on a leaf; computed when the row is opened. */
  children?: () => readonly TreeRow[];
};

/** Rows beyond this many are folded into pages: an editor's tree is slow with thousands of siblings. */
const PAGE = 200;

/** Long lists in pages that name their first and last row. */
export function inPages(
  key: string,
  count: number,
  rows: (from: number, to: number) => TreeRow[],
): TreeRow[] {
  if (count <= PAGE) return rows(0, count);
  return Array.from({ length: Math.ceil(count / PAGE) }, (_, page) => {
    const [from, to] = [page * PAGE, Math.min(count, (page + 1) * PAGE)];
    return {
      key: `${key}/page-${page + 1}`,
      label: `${from + 1} to ${to}`,
      description: '',
      tooltip: `Rows ${from + 1} to ${to} of ${count}`,
      spoken: `Rows ${from + 1} to ${to} of ${count}`,
      icon: { codicon: 'list-unordered' },
      context: 'group' as const,
      children: () => rows(from, to),
    };
  });
}

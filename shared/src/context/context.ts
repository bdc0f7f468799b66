import type { AnyRecord } from '../record/record-types.ts';

/** What a page, branch or file says about itself. Absent fields were not on the page; nothing is fetched to fill them. */
export type PageContext = {
  /** `github.com`, a GitHub Enterprise host, a Jira site, or absent for a local file. */
  host?: string;
  /** `owner/name`. */
  repo?: string;
  /** Pull request or issue number. */
  number?: number;
  /** Jira issue key `PAY-12`. */
  key?: string;
  url?: string;
  title?: string;
  body?: string;
  headBranch?: string;
  baseBranch?: string;
  labels?: readonly string[];
  githubMilestone?: string;
  fixVersions?: readonly string[];
  components?: readonly string[];
  /** Epic or parent key. */
  epic?: string;
  /** Changed or open paths, repository relative. */
  paths?: readonly string[];
};

/** Why a record is shown here. Strongest first (DESIGN section 5); `value` is the text that matched. */
export type MatchRule =
  | 'trailer'
  | 'external'
  | 'mention'
  | 'milestone-map'
  | 'scope'
  | 'path'
  | 'branch'
  | 'workstream';

export type MatchReason = { rule: MatchRule; value: string };

/** Every hop outward keeps its reason: a dependency brings its consumer's milestone, a milestone its gate. */
export type Match = {
  record: AnyRecord;
  reasons: readonly MatchReason[];
  /** Id of the record that brought this one, when it did not match by itself. */
  through?: string;
};

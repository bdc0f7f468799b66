import type { Forecast } from '../schedule/forecast.ts';

/** A pull request, as far as signals ask. `at` fields are days or RFC 3339 timestamps. */
export type PullRequest = {
  repo: string;
  number: number;
  url: string;
  title: string;
  state: 'open' | 'merged' | 'closed';
  base: string;
  /** The base is protected or a release branch of the host's rules. */
  protectedBase?: boolean;
  author?: string;
  mergedAt?: string;
  /** Changed files, repository relative. */
  paths: readonly string[];
  /** Ids of records it names or matches explicitly (trailer, branch, linked key). */
  items: readonly string[];
};

/** A Jira issue or GitHub issue linked from a record. `key` as in `external`. */
export type TrackerItem = {
  key: string;
  updatedAt?: string;
  /** Flagged, or in a blocked status, since this moment. */
  blockedSince?: string;
  startedAt?: string;
  doneAt?: string;
};

/** An item that came into the scope query (fixVersion, epic, label, milestone). */
export type ScopeItem = { key: string; addedAt: string; size?: number };

export type Defect = { key: string; createdAt: string; component?: string };

/** A decision right found violated on the default branch (domain 3.3). */
export type Violation = { rule: string; record: string; code: string; since?: string };

/** What is known beyond the records. An absent part was not looked at: rules that need it say so, none guesses. */
export type Activity = {
  pullRequests?: readonly PullRequest[];
  trackerItems?: readonly TrackerItem[];
  scopeItems?: readonly ScopeItem[];
  defects?: readonly Defect[];
  violations?: readonly Violation[];
  /** Computed off the page's path (rulings C6). */
  forecast?: Forecast;
};

export type ActivityPart = keyof Activity;

import type { MatchReason } from './context.ts';

/** design/tokens.md: fill says how bad, words say it in full. */
export type BadgeLevel = 'critical' | 'high' | 'medium' | 'low' | 'unknown' | 'done';

export type BadgeKind =
  | 'milestone'
  | 'risk'
  | 'issue'
  | 'provides'
  | 'needs'
  | 'gate'
  | 'decision'
  | 'action'
  | 'assumption'
  | 'change';

/** A code with facts; `words/` makes the sentence. Dates are `YYYY-MM-DD`, days are working days unless the name says so. */
export type Said = {
  code: string;
  facts: Readonly<Record<string, string | number | boolean>>;
  /** Day since which it is so. */
  since?: string;
  level?: BadgeLevel;
};

/** One badge: the worst record of its kind on this page, and the others behind `+n` (design/interaction.md section 2). */
export type Badge = {
  kind: BadgeKind;
  id: string;
  /** Cut at 24 characters on a word; empty where the level is the message. */
  shortName: string;
  title: string;
  level: BadgeLevel;
  state: Said;
  /** What is added after the state: an edit not yet published, two values of one field. */
  also?: readonly Said[];
  /** Facts that made the level, worst first. */
  why: readonly Said[];
  reasons: readonly MatchReason[];
  through?: string;
  owner?: string;
  next?: Said;
  /** Dates for the card's ruler. */
  dates?: {
    baseline?: string;
    committed?: string;
    forecast?: string;
    actual?: string;
    /** Of a dependency: the day the consumer needs it. */
    needed?: string;
  };
  external?: readonly { system: string; key: string; url?: string }[];
  /** Ids of the further records of this kind, worst first. */
  more: readonly string[];
};

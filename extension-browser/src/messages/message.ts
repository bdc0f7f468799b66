import type { BadgeKind, BadgeLevel } from '@milepost/shared/context/badge';
import type { PageContext } from '@milepost/shared/context/context';

/** One badge as it is drawn: every word already chosen by the background, so that pages need no catalogue. */
export type DrawnBadge = {
  /** Key of the connected program it comes from. */
  program: string;
  kind: BadgeKind;
  id: string;
  level: BadgeLevel;
  name: string;
  state: string;
  /** How many further records of this kind stand behind it. */
  more: number;
  /** Accessible name, with kind, level and title in words. */
  label: string;
  /** Set while the newest edit of the record is on this machine only. */
  pending?: string;
};

/** A line after the badges: offline, permission, age of the facts. */
export type DrawnNote = { glyph: 'offline' | 'lock' | 'conflict'; text: string };

export type BadgesAnswer = {
  /** A connected program names this repository or Jira project: only then may a page ask further. */
  named: boolean;
  badges: readonly DrawnBadge[];
  note?: DrawnNote;
};

export type DrawnFact = { text: string; level?: BadgeLevel; since?: string; code?: string };
export type DrawnMark = {
  role: 'baseline' | 'committed' | 'forecast' | 'actual';
  /** `YYYY-MM-DD`. */
  day: string;
  text: string;
};

/** The card behind a badge: nothing in it that is not a fact or a link. */
export type DrawnCard = {
  kind: BadgeKind;
  level: BadgeLevel;
  id: string;
  title: string;
  about: string;
  marks: readonly DrawnMark[];
  whyTitle: string;
  why: readonly DrawnFact[];
  shown: readonly DrawnFact[];
  next?: string;
  links: readonly { text: string; url: string }[];
  more: readonly { id: string; title: string; kind: BadgeKind; level: BadgeLevel }[];
  source: string;
};

/** What a capture form offers, from one program. */
export type FormChoices = {
  program: string;
  name: string;
  teams: readonly {
    id: string;
    name: string;
    owner?: string;
    ownerName?: string;
    vendor: boolean;
  }[];
  milestones: readonly { id: string; title: string; level: BadgeLevel; due?: string }[];
  types: readonly string[];
  /** Team and milestone that this page already belongs to. */
  team?: string;
  milestone?: string;
  milestoneReason?: string;
  /** `YYYY-MM-DD` in the program's time zone. */
  today: string;
  workdays: readonly number[];
  holidays: readonly { day: string; name: string }[];
};

export type DependencyForm = {
  side: 'needs' | 'provides';
  title: string;
  otherItem?: string;
  otherTeam?: string;
  ownTeam?: string;
  needBy?: string;
  milestone?: string;
  type?: string;
  criticality?: string;
  acceptance?: string;
};

export type RiskForm = { title: string; effect?: string; milestone?: string };

/** Where one captured record stands. */
export type CaptureState = {
  operation: string;
  id: string;
  state: 'saved' | 'publishing' | 'published' | 'waiting' | 'conflict' | 'refused';
  savedAt: string;
  /** What is wrong and what to do, in words. */
  trouble?: { title: string; text: string };
  commit?: string;
  commitUrl?: string;
};

export type CaptureAnswer =
  | { ok: true; value: CaptureState }
  | { ok: false; error: { title: string; text: string } };

/** What a content script may ask: its own page's badges and cards, and capture (rulings E6). */
export type PageRequest =
  /** `files` allows one question to GitHub about the changed files of this head commit. */
  | { type: 'badges'; page: PageContext; head?: string; files?: boolean }
  | { type: 'card'; page: PageContext; head?: string; program: string; id: string }
  | { type: 'choices'; page: PageContext }
  | { type: 'tag-dependency'; page: PageContext; program: string; form: DependencyForm }
  | { type: 'capture-risk'; page: PageContext; program: string; form: RiskForm }
  | { type: 'capture-state'; page: PageContext; program: string; operation: string };

export type PageAnswers = {
  badges: BadgesAnswer;
  card: DrawnCard | undefined;
  choices: readonly FormChoices[];
  'tag-dependency': CaptureAnswer;
  'capture-risk': CaptureAnswer;
  'capture-state': CaptureState | undefined;
};

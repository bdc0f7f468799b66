import type { ActivityPart } from './activity.ts';
import type { SignalView } from './signal-view.ts';

export const SEVERITIES = ['info', 'warn', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Fact = string | number | boolean | readonly string[];

/** One finding of one rule. `code` says which of the rule's sentences it is. Days are working days unless named so. */
export type Signal = {
  /** `S-08`. */
  rule: string;
  code: string;
  severity: Severity;
  /** Record ids; a person id where the rule is about a person; `program`. The first one is what it is about. */
  subjects: readonly string[];
  facts: Readonly<Record<string, Fact>>;
  /** Day since which it is so, where history tells. */
  since?: string;
  /** The same finding on another day has the same key. */
  dedupeKey: string;
  /** Acknowledged by somebody until this day. It stays in the list. */
  snoozedUntil?: string;
};

/** What a rule returns: absent facts are left out later. */
export type Found = {
  code: string;
  severity: Severity;
  subjects: readonly string[];
  facts?: Readonly<Record<string, Fact | undefined>>;
  since?: string | undefined;
};

/** One signal of domain part 4 with readings F. */
export type SignalDefinition = {
  rule: string;
  /** Judges a person: off unless policy.yaml switches it on (rulings E6). */
  personal?: true;
  /** Without any of these parts the rule is not evaluated. */
  needs?: readonly ActivityPart[];
  detect: (view: SignalView) => readonly Found[];
};

export type Detection = {
  asOf: string;
  /** Worst first, then by rule and subject. */
  signals: readonly Signal[];
  /** Rules that could not speak, and what they would need; `policy` means switched off. */
  notEvaluated: readonly { rule: string; needs: readonly string[] }[];
};

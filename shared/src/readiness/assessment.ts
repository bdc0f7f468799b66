import type { Criterion } from '../record/criterion.ts';
import type { SignOff } from '../record/sign-off.ts';

/** Rulings A3. L0 YAML says so, L1 reviewed, L2 enforced by the host, L3 pipeline. */
export type EvidenceLevel = 'L0' | 'L1' | 'L2' | 'L3';

/** Evidence levels read live from the host, by sign-off path; absent means L0. */
export type SignOffEvidence = ReadonlyMap<
  string,
  { level: EvidenceLevel; ref?: string; note?: 'author-is-not-signatory' }
>;

export type SignOffProblem =
  | 'missing'
  | 'pending'
  | 'rejected'
  | 'not-required'
  | 'unsigned'
  | 'role-not-held'
  | 'covers-mismatch'
  | 'no-digest'
  | 'expired'
  | 'criterion-regressed'
  | 'conditions-incomplete'
  | 'only-evidence-author'
  | 'evidence-too-low';

export type SignOffState = 'valid' | 'stale' | 'pending' | 'rejected' | 'missing';

export type AssessedSignOff = {
  role: string;
  mandatory: boolean;
  state: SignOffState;
  evidenceLevel: EvidenceLevel;
  /** Why it is shown as declared although a review exists (rulings A3). */
  note?: 'author-is-not-signatory';
  /** Empty when valid. `facts` name the criterion, the dates, the person. */
  why: readonly { code: SignOffProblem; facts: Readonly<Record<string, string>> }[];
  file: SignOff | undefined;
  path: string;
  /** People who hold the role at `asOf` and could give it. */
  whoCan: readonly string[];
};

export type AssessedCriterion = {
  id: string;
  title: string;
  category: Criterion['category'];
  mandatory: boolean;
  severity: Criterion['severity'];
  status: Criterion['status'];
  owner: string | undefined;
  due: string | undefined;
  /** Waived and the waiver has not expired. */
  waived: boolean;
  /** Mandatory, applicable and not met (rulings E: a waived mandatory criterion counts as unmet). */
  mandatoryUnmet: boolean;
  evidenceStale: boolean;
};

export type GateVerdict = 'go' | 'conditional_go' | 'no_go' | 'not_assessable';

export type MissingForGo = {
  code: 'criterion-unmet' | 'criterion-unreadable' | 'signoff' | 'below-threshold' | 'no-criteria';
  subject: string;
  facts: Readonly<Record<string, string | number>>;
  /** Person ids who could settle it. */
  whoCan: readonly string[];
};

/** Domain 2.7. Percentages are 0..100 in full precision; null when nothing applies. */
export type GateAssessment = {
  id: string;
  verdict: GateVerdict;
  /** Digest of the criteria set as it stands (rulings B1). */
  digest: string;
  strict: number | null;
  withWaivers: number | null;
  threshold: number;
  applicable: number;
  met: number;
  waived: number;
  notMet: number;
  mandatoryUnmet: number;
  criteria: readonly AssessedCriterion[];
  signoffs: readonly AssessedSignOff[];
  /** Files of criteria that cannot be read: nobody knows whether they are met, so the gate is not assessable. */
  unreadable: readonly string[];
  missing: readonly MissingForGo[];
};

import type { AssessedCriterion } from '../../readiness/assessment.ts';
import type { Criterion } from '../../record/criterion.ts';
import type { Evidence } from '../../record/gate.ts';
import { type Named, personName } from '../name-of.ts';
import type { ReportView } from '../report-options.ts';

export type EvidenceLine = {
  at: string;
  by: string | null;
  kind: string | null;
  place: string;
  link: string | null;
};

export type CriterionLine = Named & {
  mandatory: boolean;
  severity: Criterion['severity'];
  status: Criterion['status'];
  /** What must hold and what holds; null where nothing is measured. */
  measure: {
    metric: string;
    operator: string;
    target: string | null;
    unit: string | null;
    actual: string | null;
  } | null;
  due: string | null;
  owner: string | null;
  verifiedBy: string | null;
  verifiedOn: string | null;
  evidence: readonly EvidenceLine[];
  /** Evidence is older than it may be. */
  evidenceStale: boolean;
  waiver: {
    by: string | null;
    expires: string;
    reason: string;
    risk: string | null;
    inForce: boolean;
  } | null;
};

export type CategoryLines = {
  category: Criterion['category'];
  /** Domain 2.7: high while a criterion of severity high is unmet, medium likewise, else none. */
  risk: 'high' | 'medium' | 'none';
  criteria: readonly CriterionLine[];
};

const text = (value: string | number | undefined): string | null =>
  value === undefined ? null : String(value);

function evidenceLine(view: ReportView, { at, by, kind, url, path }: Evidence): EvidenceLine {
  return {
    at: view.day(at),
    by: personName(view.program, by),
    kind: kind ?? null,
    place: url ?? path ?? '',
    link: url ?? null,
  };
}

function measureOf({ measure }: Criterion): CriterionLine['measure'] {
  if (measure === undefined) return null;
  const { metric, operator, target, unit, actual } = measure;
  return { metric, operator, target: text(target), unit: unit ?? null, actual: text(actual) };
}

function waiverOf(
  view: ReportView,
  { waiver, status }: Criterion,
  inForce: boolean,
): CriterionLine['waiver'] {
  if (waiver === undefined || status !== 'waived') return null;
  const { by, expires, reason, risk } = waiver;
  return { by: personName(view.program, by), expires, reason, risk: risk ?? null, inForce };
}

function lineOf(
  view: ReportView,
  assessed: AssessedCriterion,
  criterion: Criterion,
): CriterionLine {
  const { id, title, mandatory, severity, status, due, owner, waived, evidenceStale } = assessed;
  const { verified_by, verified_on, evidence } = criterion;
  return {
    id,
    title,
    mandatory,
    severity,
    status,
    measure: measureOf(criterion),
    due: due ?? null,
    owner: personName(view.program, owner),
    verifiedBy: personName(view.program, verified_by),
    verifiedOn: verified_on === undefined ? null : view.day(verified_on),
    evidence: evidence.map((each) => evidenceLine(view, each)),
    evidenceStale,
    waiver: waiverOf(view, criterion, waived),
  };
}

const isOpen = ({ status }: CriterionLine): boolean =>
  status !== 'met' && status !== 'not_applicable';

function riskOf(criteria: readonly CriterionLine[]): CategoryLines['risk'] {
  const open = criteria.filter(isOpen);
  if (open.some(({ severity }) => severity === 'high')) return 'high';
  return open.some(({ severity }) => severity === 'medium') ? 'medium' : 'none';
}

/** Criteria of a gate that the audience may see, by category, open categories first, open criteria first. */
export function gateCriteria(
  view: ReportView,
  criteria: readonly AssessedCriterion[],
): CategoryLines[] {
  const groups = new Map<Criterion['category'], CriterionLine[]>();
  for (const assessed of criteria) {
    const record = view.program.records.get(assessed.id);
    if (record?.kind !== 'criterion' || !view.sight.shows(assessed.id)) continue;
    const line = lineOf(view, assessed, record.data);
    groups.set(assessed.category, [...(groups.get(assessed.category) ?? []), line]);
  }
  const openFirst = (a: CriterionLine, b: CriterionLine): number =>
    Number(isOpen(b)) - Number(isOpen(a));
  const order = { high: 0, medium: 1, none: 2 };
  return [...groups]
    .map(([category, criteria]) => ({
      category,
      risk: riskOf(criteria),
      criteria: criteria.toSorted(openFirst),
    }))
    .toSorted((a, b) => order[a.risk] - order[b.risk]);
}

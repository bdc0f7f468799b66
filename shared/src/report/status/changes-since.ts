import { compare } from '../../change/compare.ts';
import type { ProgramChange } from '../../change/program-change.ts';
import { dependencyForecast, isUnresolved } from '../../health/dependency-figures.ts';
import { riskScore } from '../../health/risk-figures.ts';
import type { Program } from '../../program/program.ts';
import { compareIds } from '../../record/compare-ids.ts';
import type { TypedRecord } from '../../record/record-types.ts';
import { byKeys, type Capped, capped } from '../name-of.ts';
import type { ReportView } from '../report-options.ts';
import { datedChanges } from './dated-changes.ts';

/** `level-moved` of a risk and `offer-moved` of a dependency are the report's own; the rest is `compare`'s. */
export type ReportChange = Omit<ProgramChange, 'code'> & {
  code: ProgramChange['code'] | 'level-moved' | 'offer-moved';
};

export type ChangesSince = Capped<ReportChange> & {
  /** Day after which changes count. */
  since: string;
  /** Revision that was compared with; null when the records' own history was read. */
  revision: string | null;
};

/** What the report is compared with: a program and what to call it. */
export type Earlier = { program: Program; revision: string; on?: string | undefined };

const MOST = 8;

/** What a sponsor wants to hear first. Codes that are not here stay in `milepost diff`. */
const ORDER: readonly ReportChange['code'][] = [
  'gate-decided',
  'committed-date-moved',
  'forecast-moved',
  'offer-moved',
  'sign-off-rejected',
  'reopened',
  'level-moved',
  'criterion-regressed',
  'criterion-waived',
  'added',
  'removed',
  'closed',
  'status-moved',
  'signed-off',
];

const KINDS: ReadonlySet<string> = new Set([
  ...['milestone', 'gate', 'risk', 'issue', 'dependency', 'decision', 'change'],
  ...['release', 'benefit', 'escalation', 'sign_off', 'assumption'],
]);

const isTold = ({ code, kind }: ReportChange): boolean =>
  ORDER.includes(code) && (KINDS.has(kind) || code.startsWith('criterion-'));

type Before = { program: Program; on: string };

function levelMoved(view: ReportView, before: Before, { id, data }: TypedRecord<'risk'>) {
  const old = before.program.records.get(id);
  const live = data.status === 'open' || data.status === 'treating' || data.status === 'accepted';
  if (old?.kind !== 'risk' || !live) return [];
  const from = riskScore(before.program.charter, old.data, before.on)?.level;
  const to = riskScore(view.program.charter, data, view.asOf)?.level;
  if (from === undefined || to === undefined || from === to) return [];
  const change: ReportChange = {
    code: 'level-moved',
    id,
    kind: 'risk',
    title: data.title,
    facts: { from, to },
  };
  return [change];
}

function offerMoved(view: ReportView, before: Before, { id, data }: TypedRecord<'dependency'>) {
  const now = dependencyForecast(view.program, data, view.asOf);
  const old = before.program.records.get(id);
  if (now?.source !== 'proposal' || old?.kind !== 'dependency' || !isUnresolved(data)) return [];
  if (dependencyForecast(before.program, old.data, before.on)?.date === now.date) return [];
  const { title, need_by: needed } = data;
  const facts = { to: now.date, ...(needed !== undefined && { needed }) };
  const change: ReportChange = { code: 'offer-moved', id, kind: 'dependency', title, facts };
  return [change];
}

/** Most telling first; at most eight, the rest counted (domain 5.1). */
export function changesSince(
  view: ReportView,
  since: string,
  earlier: Earlier | undefined,
): ChangesSince {
  const { byKind } = view.program;
  const before: Before = { program: earlier?.program ?? view.program, on: earlier?.on ?? since };
  const changes: ReportChange[] = [
    ...(earlier ? compare(earlier.program, view.program) : datedChanges(view, since)),
    ...byKind.risk.flatMap((risk) => levelMoved(view, before, risk)),
    ...byKind.dependency.flatMap((dependency) => offerMoved(view, before, dependency)),
  ];
  const told = changes
    .filter((change) => isTold(change) && view.sight.shows(change.id))
    .toSorted((a, b) => compareIds(a.id, b.id))
    .toSorted(byKeys(({ code }) => [ORDER.indexOf(code)]));
  return { ...capped(told, MOST), since: before.on, revision: earlier?.revision ?? null };
}

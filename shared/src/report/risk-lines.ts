import {
  expectedValue,
  PROXIMITY_BANDS,
  type ProximityBand,
  proximityBand,
  riskScore,
} from '../health/risk-figures.ts';
import { LEVELS, type Level } from '../record/charter.ts';
import type { Risk } from '../record/risk.ts';
import { byKeys, type Named, personName } from './name-of.ts';
import { type ActionLine, actionLine, actionsFor, isOpenAction } from './open-actions.ts';
import type { ReportView } from './report-options.ts';

export type RiskLine = Named & {
  level: Level;
  score: number;
  status: string;
  band: ProximityBand | null;
  /** Window in which it may happen. */
  from: string | null;
  to: string | null;
  /** Expected value in the program's currency; null without a cost. */
  expected: number | null;
  strategy: string | null;
  plan: string | null;
  owner: string | null;
  next: ActionLine | null;
  /** Of an accepted risk: until when and by whom. */
  accepted: { until: string; by: string | null; expired: boolean } | null;
};

/** A risk with its rating; undefined while nobody rated it. */
export function riskLine(view: ReportView, risk: Risk): RiskLine | undefined {
  const { program, asOf } = view;
  const score = riskScore(program.charter, risk, asOf);
  if (score === undefined) return undefined;
  const { response, acceptance, proximity } = risk;
  const next = actionsFor(view, new Set([risk.id]), response?.actions).find(isOpenAction);
  return {
    id: risk.id,
    title: risk.title,
    level: score.level,
    score: score.score,
    status: risk.status,
    band: proximityBand(risk, asOf) ?? null,
    from: proximity?.from ?? null,
    to: proximity?.to ?? null,
    expected: expectedValue(program.charter, risk, asOf),
    strategy: response?.strategy ?? null,
    plan: response?.plan ?? null,
    owner: personName(program, risk.owner),
    next: next === undefined ? null : actionLine(view, next),
    accepted:
      risk.status === 'accepted' && acceptance !== undefined
        ? {
            until: acceptance.expires,
            by: personName(program, acceptance.by),
            expired: acceptance.expires < asOf,
          }
        : null,
  };
}

/** Level, proximity, expected value (domain 2.1: "sort top risks by"). */
const worstFirst = byKeys<RiskLine>(({ level, band, expected }) => [
  -LEVELS.indexOf(level),
  PROXIMITY_BANDS.indexOf(band ?? 'far'),
  -(expected ?? 0),
]);

/** Live threats (open, treated, accepted) that the audience may see, rated, worst first. */
export const liveRisks = (view: ReportView, isMeant: (risk: Risk) => boolean): RiskLine[] =>
  view.program.byKind.risk
    .map(({ data }) => data)
    .filter(
      ({ kind, status }) => kind === 'threat' && ['open', 'treating', 'accepted'].includes(status),
    )
    .filter((risk) => isMeant(risk) && view.sight.shows(risk.id))
    .map((risk) => riskLine(view, risk))
    .filter((line) => line !== undefined)
    .toSorted(worstFirst);

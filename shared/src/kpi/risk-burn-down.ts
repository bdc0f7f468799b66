import {
  expectedValue,
  PROXIMITY_BANDS,
  proximityBand,
  riskScore,
} from '../health/risk-figures.ts';
import { LEVELS, type Level } from '../record/charter.ts';
import type { TypedRecord } from '../record/record-types.ts';
import { addDays } from '../schedule/working-days.ts';
import { shareFigure, Tally } from './average.ts';
import { existsAt } from './history.ts';
import type { KpiDefinition } from './kpi.ts';
import type { KpiView } from './kpi-view.ts';

type Ranked = { record: TypedRecord<'risk'>; level: Level; key: readonly number[] };

const levelRank = (level: Level): number => LEVELS.indexOf(level);
const numberOf = (id: string): number => Number(id.split('-')[1]);

/** Level, band, EMV, id number: the order of "top risks" (readings K7.order). */
function rank(view: KpiView, day: string, record: TypedRecord<'risk'>, level: Level): Ranked {
  const cost = expectedValue(view.program.charter, record.data, day) ?? 0;
  const band = PROXIMITY_BANDS.indexOf(proximityBand(record.data, day) ?? 'far');
  return { record, level, key: [-levelRank(level), band, -cost, numberOf(record.id)] };
}

function compareKeys(a: Ranked, b: Ranked): number {
  const at = a.key.findIndex((part, index) => part !== b.key[index]);
  return at === -1 ? 0 : (a.key[at] as number) - (b.key[at] as number);
}

/** The ten worst threats that were open or treated at the end of the day before the window (readings K7). */
function cohortOf(view: KpiView, tally: Tally): Ranked[] {
  const day = addDays(view.from, -1);
  const found = view.records('risk').flatMap((record) => {
    const status = view.statusAt(record, day);
    const live = (status === 'open' || status === 'treating') && existsAt(record, day);
    if (!live || record.data.kind !== 'threat') return [];
    const level = riskScore(view.program.charter, record.data, day)?.level;
    if (level !== undefined) return [rank(view, day, record, level)];
    tally.leaveOut(record.id, 'missing-assessment');
    return [];
  });
  return found.toSorted(compareKeys).slice(0, 10);
}

function isBurned(view: KpiView, { record, level }: Ranked): boolean {
  if (view.statusAt(record) === 'closed') {
    const { outcome } = record.data;
    return outcome !== 'duplicate' && outcome !== 'rejected';
  }
  const now = riskScore(view.program.charter, record.data, view.at)?.level;
  return now !== undefined && levelRank(now) < levelRank(level);
}

/** KPI 7: share of the top ten at the window's start that was closed or came down a level by its end. */
export const riskBurnDown: KpiDefinition = {
  number: 7,
  key: 'risk_burn_down',
  unit: 'percent',
  better: 'up',
  target: { ok: ['>=', 30], warn: ['>=', 15] },
  measure: (view) => {
    const tally = new Tally();
    for (const ranked of cohortOf(view, tally)) {
      tally.count(ranked.record.id, isBurned(view, ranked) ? 1 : 0);
    }
    return tally.figure(shareFigure(tally.good, tally.items.length));
  },
};

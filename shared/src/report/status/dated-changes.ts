import type { ProgramChange } from '../../change/program-change.ts';
import { isTerminal } from '../../record/lifecycle.ts';
import { type AnyRecord, recordTypes } from '../../record/record-types.ts';
import type { ReportView } from '../report-options.ts';

/** After `since` and up to `until`. */
type Span = { since: string; until: string };

type Part = Pick<ProgramChange, 'code' | 'facts'>;

const isIn = ({ since, until }: Span, day: string): boolean => day > since && day <= until;

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** First state before the span and last one in it. */
function statusMoved(view: ReportView, record: AnyRecord, span: Span): Part[] {
  const moves = record.data.log.filter(
    ({ at, event }) => (event === 'status' || event === 'reopen') && isIn(span, view.day(at)),
  );
  const [from, to] = [words(moves.at(0)?.from), words(moves.at(-1)?.to)];
  if (to === '' || from === to || to === 'void') return [];
  if (record.kind === 'gate' && record.data.decision && to === 'decided') {
    const { outcome, by } = record.data.decision;
    return [{ code: 'gate-decided', facts: { outcome, by } }];
  }
  const { lifecycle } = recordTypes[record.kind];
  if (isTerminal(lifecycle, to)) return [{ code: 'closed', facts: { from, to } }];
  const code = isTerminal(lifecycle, from) ? 'reopened' : 'status-moved';
  return [{ code, facts: { from, to } }];
}

type Dated = { on: string; date: string };

function moved(
  view: ReportView,
  code: ProgramChange['code'],
  history: readonly Dated[],
  { since, until }: Span,
): Part[] {
  const sorted = history.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const from = sorted.findLast(({ on }) => on <= since)?.date;
  const to = sorted.findLast(({ on }) => on <= until)?.date;
  if (from === undefined || to === undefined || from === to) return [];
  return [{ code, facts: { from, to, days: view.wd(from, to) } }];
}

function datesMoved(view: ReportView, { kind, data }: AnyRecord, span: Span): Part[] {
  if (kind !== 'milestone' && kind !== 'dependency') return [];
  const forecasts = data.forecast_history.map(({ as_of, date }) => ({ on: as_of, date }));
  const promises =
    kind === 'milestone'
      ? data.baseline_history.map(({ at, to }) => ({ on: view.day(at), date: to }))
      : [];
  return [
    ...moved(view, 'committed-date-moved', promises, span),
    ...moved(view, 'forecast-moved', forecasts, span),
  ];
}

function changesOf(view: ReportView, record: AnyRecord, span: Span): ProgramChange[] {
  const { id, kind, data } = record;
  if (data.status === 'void') return [];
  const isNew = data.raised !== undefined && isIn(span, data.raised);
  const parts: Part[] = isNew
    ? [{ code: 'added', facts: { status: data.status } }]
    : [...statusMoved(view, record, span), ...datesMoved(view, record, span)];
  return parts.map((part) => ({ ...part, id, kind, title: data.title }));
}

/**
 * What happened after a day, told by the records' own dated history (log, forecast and baseline history): for whoever
 * has no earlier program to compare with. Same codes and facts as `compare`.
 */
export const datedChanges = (view: ReportView, since: string): ProgramChange[] =>
  [...view.program.records.values()].flatMap((record) =>
    changesOf(view, record, { since, until: view.asOf }),
  );

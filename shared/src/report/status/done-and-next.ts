import type { AnyRecord, RecordKind } from '../../record/record-types.ts';
import { addDays } from '../../schedule/working-days.ts';
import { byKeys, type Capped, capped, type Named, personName } from '../name-of.ts';
import type { ReportView } from '../report-options.ts';

/** `code` says what it is: `achieved`, `decided`, `done`, `delivered`; or `due`, `review`, `decide`, `needed`. */
export type DatedItem = Named & { code: string; kind: RecordKind; on: string; who: string | null };

const MOST = 6;

type Moment = { code: string; on: string | undefined; who?: string | undefined };

const gateDay = (view: ReportView, at: string | undefined) => at && view.day(at);

/** What ended, and when. */
function endOf(view: ReportView, record: AnyRecord): Moment | undefined {
  const { kind, data } = record;
  switch (kind) {
    case 'milestone':
      return { code: 'achieved', on: data.actual_date };
    case 'decision':
      return { code: 'decided', on: data.decided_on, who: data.approver };
    case 'action':
      return { code: 'done', on: data.done_on };
    case 'dependency':
      return { code: 'delivered', on: data.accepted_on };
    case 'gate':
      return { code: 'passed', on: gateDay(view, data.decision?.at), who: data.decision?.by };
    case 'issue':
      return { code: 'resolved', on: data.resolved_on };
    default:
      return undefined;
  }
}

/** States in which a day is still to come. */
const COMING: { readonly [Kind in RecordKind]?: readonly string[] } = {
  milestone: ['committed', 'in_progress'],
  decision: ['requested'],
  gate: ['defined', 'in_review'],
  dependency: ['committed', 'in_progress'],
  action: ['open', 'in_progress', 'blocked'],
};

function comingDay({ kind, data }: AnyRecord): Moment | undefined {
  switch (kind) {
    case 'milestone':
      return { code: 'due', on: data.forecast_date ?? data.committed_date };
    case 'decision':
      return { code: 'decide', on: data.needed_by, who: data.approver };
    case 'gate':
      return { code: 'review', on: data.review_date, who: data.decider };
    case 'dependency':
      return {
        code: 'needed',
        on: data.forecast_date ?? data.committed_date,
        who: data.provider.owner,
      };
    case 'action':
      return { code: 'action', on: data.due };
    default:
      return undefined;
  }
}

/** What is expected next, and when. */
const nextOf = (record: AnyRecord): Moment | undefined =>
  COMING[record.kind]?.includes(record.data.status) ? comingDay(record) : undefined;

/** Outcomes before chores: a milestone counts more than an action. */
const KIND_ORDER: readonly RecordKind[] = [
  ...(['milestone', 'gate', 'decision', 'dependency', 'issue', 'action'] as const),
];

function itemsBetween(
  view: ReportView,
  moment: (record: AnyRecord) => Moment | undefined,
  after: string,
  until: string,
): DatedItem[] {
  return [...view.program.records.values()].flatMap((record): DatedItem[] => {
    const { code, on, who } = moment(record) ?? {};
    if (code === undefined || on === undefined || on <= after || on > until) return [];
    if (record.data.status === 'void' || !view.sight.shows(record.id)) return [];
    const { id, kind, data } = record;
    return [
      { id, title: data.title, code, kind, on, who: personName(view.program, who ?? data.owner) },
    ];
  });
}

/** What was finished after `since`, outcomes first (domain 5.1). */
export const doneSince = (view: ReportView, since: string): Capped<DatedItem> =>
  capped(
    itemsBetween(view, (record) => endOf(view, record), since, view.asOf).toSorted(
      byKeys(({ kind, on }) => [KIND_ORDER.indexOf(kind), on]),
    ),
    MOST,
  );

/** What the next seven days bring, by day. */
export const nextDays = (view: ReportView): Capped<DatedItem> =>
  capped(
    itemsBetween(view, nextOf, view.asOf, addDays(view.asOf, 7)).toSorted(
      byKeys(({ kind, on }) => [on, KIND_ORDER.indexOf(kind)]),
    ),
    MOST,
  );

import type { CategoryLines, CriterionLine } from '../gate/gate-criteria.ts';
import type { GoNoGo } from '../go-no-go.ts';
import type { Block, PageTone, Spans } from '../page.ts';
import { pageTable } from '../page-table.ts';
import { joined, namedSpans, type PageWords, strong } from '../page-words.ts';

const COLUMNS = [
  { name: 'category' },
  { name: 'criterion' },
  { name: 'kind' },
  { name: 'target' },
  { name: 'actual' },
  { name: 'status' },
  { name: 'evidence' },
  { name: 'owner' },
  { name: 'verified' },
];

const TONES: Readonly<Record<CriterionLine['status'], PageTone>> = {
  not_started: 'high',
  in_progress: 'high',
  met: 'low',
  not_met: 'critical',
  waived: 'medium',
  not_applicable: 'muted',
  void: 'muted',
};

function targetText({ measure }: CriterionLine): string {
  if (measure === null || measure.target === null) return measure?.operator ?? '';
  return [measure.operator, measure.target, measure.unit].filter(Boolean).join(' ');
}

function statusCell({ say }: PageWords, { status, waiver, mandatory }: CriterionLine): Spans {
  if (waiver !== null) {
    const { expires, by, inForce } = waiver;
    return inForce
      ? [{ text: say('gate.waived-until', { expires, by }), tone: 'medium' }]
      : [strong(say('gate.waiver-over', { expires }), 'critical')];
  }
  const text = status.replaceAll('_', ' ');
  const open = status !== 'met' && status !== 'not_applicable';
  return [open && mandatory ? strong(text, TONES[status]) : { text, tone: TONES[status] }];
}

function evidenceCell(words: PageWords, { evidence, evidenceStale }: CriterionLine): Spans {
  const items = evidence.map(
    ({ kind, place, link, at }): Spans => [
      { text: kind?.replaceAll('_', ' ') ?? place, link: link ?? undefined },
      ` ${words.day(at)}`,
    ],
  );
  const stale: Spans = evidenceStale ? [' ', strong(words.say('gate.stale'), 'high')] : [];
  return [...joined(items, { break: true }), ...stale];
}

function rowOf(words: PageWords, category: string, criterion: CriterionLine): Spans[] {
  const { mandatory, measure, owner, verifiedBy, verifiedOn } = criterion;
  return [
    [category],
    namedSpans(criterion),
    [words.say(mandatory ? 'gate.mandatory' : 'gate.optional')],
    [targetText(criterion)],
    [measure?.actual ?? ''],
    statusCell(words, criterion),
    evidenceCell(words, criterion),
    [owner ?? ''],
    [verifiedBy === null ? '' : words.say('gate.verified', { by: verifiedBy, on: verifiedOn })],
  ];
}

/** The name of a category stands once, on its first row. */
const rowsOf = (words: PageWords, { category, criteria }: CategoryLines): Spans[][] =>
  criteria.map((criterion, at) =>
    rowOf(words, at === 0 ? category.replaceAll('_', ' ') : ' ', criterion),
  );

/** One table, open categories and criteria first. */
export const gateCriteriaBlocks = (words: PageWords, { categories }: GoNoGo): Block[] =>
  categories.length === 0
    ? []
    : [
        pageTable(
          words,
          COLUMNS,
          categories.flatMap((category) => rowsOf(words, category)),
        ),
      ];

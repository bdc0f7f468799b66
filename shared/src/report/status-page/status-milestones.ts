import type { Block, Span, Spans } from '../page.ts';
import {
  heading,
  line,
  namedSpans,
  type PageWords,
  ragSpan,
  sentence,
  signedText,
  strong,
} from '../page-words.ts';
import type { MilestoneLine } from '../status/milestone-lines.ts';
import type { StatusReport } from '../status-report.ts';

const COLUMNS = [
  'milestone',
  'reported',
  'computed',
  'baseline',
  'committed',
  'forecast',
  'p50',
  'p80',
  'slip',
  'owner',
];

/** A forecast that moved after the last report says from where. */
function forecastCell(words: PageWords, { forecast, moved }: MilestoneLine): Spans {
  if (moved === null || forecast === null) return [words.day(forecast)];
  return [strong(words.say('was', { date: forecast, from: moved.from }))];
}

function slipCell({ slip, external }: MilestoneLine): Spans {
  const text = signedText(slip);
  if (slip === null || slip <= 0) return [text];
  const late: Span = strong(text, external ? 'critical' : 'high');
  return [late];
}

function rowOf(words: PageWords, milestone: MilestoneLine): Spans[] {
  const { reported, health, baseline, committed, p50, p80, owner } = milestone;
  const later = milestone.later ? [` (${words.say('milestones.later')})`] : [];
  return [
    [...namedSpans(milestone), ...later],
    reported === null ? ['–'] : [ragSpan(words, reported)],
    [ragSpan(words, health.rag)],
    [words.day(baseline)],
    [words.day(committed)],
    forecastCell(words, milestone),
    [words.day(p50)],
    [words.day(p80)],
    slipCell(milestone),
    [owner ?? '–'],
  ];
}

export function statusMilestones(words: PageWords, { milestones }: StatusReport): Block[] {
  const rows = milestones.map((milestone) => rowOf(words, milestone));
  return [
    heading(words.say('milestones')),
    rows.length === 0
      ? line(sentence(words.say('milestones.none')))
      : {
          kind: 'table',
          head: COLUMNS.map((name) => words.say(`head.${name}`)),
          rows,
          right: [3, 4, 5, 6, 7, 8],
        },
  ];
}

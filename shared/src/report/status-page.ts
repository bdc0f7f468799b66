import { footBlock } from './foot-block.ts';
import type { Capped } from './name-of.ts';
import type { Block, Page, Spans } from './page.ts';
import {
  figureText,
  heading,
  line,
  moreLine,
  namedSpans,
  type PageWords,
  pageWords,
  sentence,
} from './page-words.ts';
import type { DatedItem } from './status/done-and-next.ts';
import { statusChanges } from './status-page/status-changes.ts';
import { statusDecisions } from './status-page/status-decisions.ts';
import { statusFiguresBlocks } from './status-page/status-figures-blocks.ts';
import { statusHead } from './status-page/status-head.ts';
import { statusMilestones } from './status-page/status-milestones.ts';
import { statusDependencies, statusPaths, statusRisks } from './status-page/status-risks.ts';
import type { StatusReport } from './status-report.ts';

const doneItem = (words: PageWords, { code, on, who, ...item }: DatedItem): Spans => [
  ...namedSpans(item),
  `: ${words.say(`item.${code}`, { on, who })}`,
];

const nextItem = (words: PageWords, { code, on, who, ...item }: DatedItem): Spans => [
  `${words.say('item.on', { on })}: `,
  ...namedSpans(item),
  ` (${words.say(`item.${code}`, { who })})`,
];

function datedList(
  words: PageWords,
  code: 'done' | 'next',
  { items, more }: Capped<DatedItem>,
  since: string,
): Block[] {
  const item = code === 'done' ? doneItem : nextItem;
  return [
    heading(words.say(code, { since })),
    items.length === 0
      ? line(sentence(words.say(`${code}.none`)))
      : { kind: 'list', items: items.map((each) => item(words, each)) },
    ...moreLine(words, more),
  ];
}

function qualityTexts({ say }: PageWords, { quality }: StatusReport): string[] {
  const { complete, records, staleForecasts, staleRisks, unreadable: count, broken } = quality;
  const files = broken.join(', ');
  return [
    ...(complete === null
      ? []
      : [say('foot.quality', { complete: `${figureText(Math.floor(complete))}%`, records })]),
    ...(staleForecasts > 0 ? [say('foot.stale', { count: staleForecasts })] : []),
    ...(staleRisks > 0 ? [say('foot.stale-risks', { count: staleRisks })] : []),
    ...(count > 0 ? [say('foot.broken', { count, files })] : []),
    say('foot.baseline'),
  ];
}

/** The weekly status as one page, decisions first. */
export function statusPage(report: StatusReport): Page {
  const words = pageWords(report.asOf);
  return [
    ...statusHead(words, report),
    ...statusDecisions(words, report),
    ...statusChanges(words, report),
    ...statusMilestones(words, report),
    ...statusRisks(words, report),
    ...statusDependencies(words, report),
    ...statusPaths(words, report),
    ...statusFiguresBlocks(words, report),
    ...datedList(words, 'done', report.done, report.changes.since),
    ...datedList(words, 'next', report.next, report.changes.since),
    footBlock(words, report, qualityTexts(words, report)),
  ];
}

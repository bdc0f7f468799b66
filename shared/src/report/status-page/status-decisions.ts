import { delayText, optionEffect } from '../option-words.ts';
import type { Block, Spans } from '../page.ts';
import {
  heading,
  joined,
  line,
  moreLine,
  namedSpans,
  type PageWords,
  sentence,
  strong,
} from '../page-words.ts';
import type { DecisionNeeded } from '../status/decisions-needed.ts';
import type { StatusReport } from '../status-report.ts';

function optionsCell(words: PageWords, { options }: DecisionNeeded, currency: string): Spans {
  const lines = options.map((option): Spans => {
    const effect = optionEffect(words, option, currency);
    return [effect === '' ? option.title : `${option.title}: ${effect}`];
  });
  return joined(lines, { break: true });
}

function recommendedCell({ options, rationale }: DecisionNeeded): Spans {
  const title = options.find(({ recommended }) => recommended)?.title;
  if (title === undefined) return ['–'];
  return rationale === null ? [strong(title)] : [strong(sentence(title)), ` ${rationale}`];
}

function questionCell(words: PageWords, decision: DecisionNeeded, currency: string): Spans {
  const { id, question, costOfDelay } = decision;
  const cost: Spans =
    costOfDelay === null ? [] : [{ break: true }, delayText(words, costOfDelay, currency)];
  return [strong(id), ` ${question}`, ...cost];
}

function byCell(words: PageWords, { neededBy, daysLeft }: DecisionNeeded): Spans {
  const day = words.day(neededBy);
  return daysLeft !== null && daysLeft < 0
    ? [day, { break: true }, strong(words.say('overdue', { days: -daysLeft }), 'critical')]
    : [day];
}

/** What the reader has to decide, before anything else. */
export function statusDecisions(words: PageWords, report: StatusReport): Block[] {
  const { decisions, approvals } = report;
  const { currency } = report.program;
  const rows = decisions.items.map((decision) => [
    questionCell(words, decision, currency),
    optionsCell(words, decision, currency),
    recommendedCell(decision),
    [decision.approver ?? '–'],
    byCell(words, decision),
  ]);
  return [
    heading(words.say('decisions')),
    rows.length === 0
      ? line(sentence(words.say('decisions.none')))
      : {
          kind: 'table',
          head: ['question', 'options', 'recommended', 'who', 'by'].map((head) =>
            words.say(`head.${head}`),
          ),
          rows,
        },
    ...moreLine(words, decisions.more),
    ...approvals.map((change) =>
      line(...namedSpans(change), ` ${sentence(words.say('approval'))}`),
    ),
  ];
}

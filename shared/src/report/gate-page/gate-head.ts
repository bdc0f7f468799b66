import type { GoNoGo } from '../go-no-go.ts';
import type { Block, PageTone } from '../page.ts';
import { figureText, line, type PageWords, sentence, strong } from '../page-words.ts';

const TONES: Readonly<Record<GoNoGo['verdict'], PageTone>> = {
  go: 'low',
  conditional_go: 'medium',
  no_go: 'critical',
  not_assessable: 'muted',
};

function verdictText({ say }: PageWords, { assessment }: GoNoGo): string {
  const { met, applicable, strict, withWaivers, threshold, waived } = assessment;
  if (strict === null) return say('gate.verdict', {}, 'none');
  const facts = {
    met,
    applicable,
    strict: `${figureText(strict)}%`,
    waivers: `${figureText(withWaivers)}%`,
    threshold: `${figureText(threshold)}%`,
  };
  return say('gate.verdict', facts, ...(waived > 0 ? ['waivers'] : []));
}

function reviewText({ say }: PageWords, { gate: { review, daysLeft, decider } }: GoNoGo): string {
  if (review === null || daysLeft === null) return say('gate.no-review', { decider });
  return say('gate.review', { review, days: daysLeft, decider }, ...(daysLeft < 0 ? ['past'] : []));
}

function milestoneText({ say }: PageWords, { milestone }: GoNoGo): string[] {
  if (milestone === null) return [];
  const { id, title, committed, forecast, external } = milestone;
  return [
    say('gate.milestone', { id, title, committed, forecast }, ...(external ? ['external'] : [])),
  ];
}

/** Day and clock as the plan wrote them: in the zone of the window. */
function releaseText({ say }: PageWords, { release }: GoNoGo): string[] {
  if (release === null) return [];
  const { id, title, window } = release;
  const [start, end] = [window?.start, window?.end];
  return [
    say('gate.release', {
      id,
      title,
      start: start?.slice(0, 10),
      from: start?.slice(11, 16),
      end: end?.slice(0, 10),
      to: end?.slice(11, 16),
    }),
  ];
}

/** What is decided, when, by whom, and how it stands. */
export function gateHead(words: PageWords, record: GoNoGo): Block[] {
  const { gate, verdict, asOf } = record;
  return [
    { kind: 'title', spans: [words.say('gate.title', { id: gate.id, title: gate.title })] },
    line({ text: sentence(words.say('gate.facts', { asOf })), tone: 'muted' }),
    line(
      strong(words.say(`verdict.${verdict}`), TONES[verdict]),
      ` ${sentence(verdictText(words, record))}`,
    ),
    line(
      [reviewText(words, record), ...milestoneText(words, record), ...releaseText(words, record)]
        .map(sentence)
        .join(' '),
    ),
  ];
}

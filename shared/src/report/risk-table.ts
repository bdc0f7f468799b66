import type { Level } from '../record/charter.ts';
import type { Block, Span } from './page.ts';
import { namedSpans, type PageWords } from './page-words.ts';
import type { RiskLine } from './risk-lines.ts';

/** What is done about a risk and what comes next, or that nothing is. */
function riskResponse(words: PageWords, { accepted, plan, next, strategy }: RiskLine): string {
  if (accepted !== null)
    return words.say(accepted.expired ? 'risk.expired' : 'risk.accepted', {
      until: accepted.until,
      by: accepted.by,
    });
  const step = next === null ? '' : words.say('risk.next', next);
  if (plan === null && step === '') return strategy ?? words.say('risk.no-response');
  return [plan, step].filter(Boolean).join('. ');
}

const levelSpan = ({ say }: PageWords, level: Level): Span => ({
  text: say(`level.${level}`),
  tone: level,
  ...(level === 'critical' && { strong: true }),
});

export const riskTable = (words: PageWords, risks: readonly RiskLine[]): Block => ({
  kind: 'table',
  head: ['level', 'risk', 'from', 'response', 'owner'].map((name) => words.say(`head.${name}`)),
  rows: risks.map((risk) => [
    [levelSpan(words, risk.level)],
    namedSpans(risk),
    [words.day(risk.from)],
    [riskResponse(words, risk)],
    [risk.owner ?? '–'],
  ]),
});

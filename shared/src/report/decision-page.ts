import { affectedItem } from './affected-item.ts';
import type { BriefOption, DecisionBrief, Unknown } from './decision-brief.ts';
import { footBlock } from './foot-block.ts';
import { costText, delayText, scheduleText } from './option-words.ts';
import type { Block, Page, Spans } from './page.ts';
import { pageTable } from './page-table.ts';
import { line, type PageWords, pageWords, sentence, strong } from './page-words.ts';
import { riskTable } from './risk-table.ts';
import { actionItem, listOf, section } from './section.ts';

function whenSpans(
  { say }: PageWords,
  { neededBy: by, approver: who, daysLeft }: DecisionBrief,
): Spans {
  const text = say('brief.decides', { who, by }, ...(who === null ? ['nobody'] : []));
  if (daysLeft === null) return [strong(sentence(text))];
  const left =
    daysLeft < 0
      ? strong(say('brief.past', { days: -daysLeft }), 'critical')
      : say('brief.left', { days: daysLeft });
  return [strong(text), ', ', left, '.'];
}

function head(words: PageWords, brief: DecisionBrief): Block[] {
  const { decision, requestedOn: on, driver, age, outcome } = brief;
  const asked = on === null ? [] : [words.say('brief.asked', { on, driver, age })];
  const kind = words.say('brief.class', { class: decision.class }, decision.reversibility ?? '');
  const facts = [...asked, kind.charAt(0).toUpperCase() + kind.slice(1)].map(sentence).join(' ');
  return [
    {
      kind: 'title',
      spans: [words.say('brief.title', { id: decision.id, question: decision.question })],
    },
    ...(outcome === null ? [line(...whenSpans(words, brief))] : []),
    line({ text: facts, tone: 'muted' }),
  ];
}

function outcomeBlocks(words: PageWords, { outcome, approver }: DecisionBrief): Block[] {
  if (outcome === null) return [];
  const when = words.say('brief.outcome.on', { on: outcome.on, who: approver });
  const why = outcome.rationale === null ? '' : ` ${sentence(outcome.rationale)}`;
  return [
    line(strong(outcome.option), sentence(` ${when}`), why),
    ...listOf(outcome.conditions.map((condition) => [words.say('brief.condition', { condition })])),
  ];
}

function recommended({ say }: PageWords, { recommendation }: DecisionBrief): Block[] {
  if (recommendation === null) return [];
  const { option, rationale, by } = recommendation;
  const why = rationale === null ? '' : ` ${sentence(rationale)}`;
  return [
    line(
      strong(sentence(option)),
      why,
      by === null ? '' : ` ${sentence(say('brief.recommended.by', { by }))}`,
    ),
  ];
}

function whyNow(words: PageWords, brief: DecisionBrief): Block[] {
  const { context, drivers, costOfDelay, affects, program } = brief;
  const texts = [
    ...(context === null ? [] : [context]),
    ...(drivers.length === 0 ? [] : [words.say('brief.driver', { drivers: drivers.join(', ') })]),
    ...(costOfDelay === null ? [] : [delayText(words, costOfDelay, program.currency)]),
  ];
  return [
    ...(texts.length === 0 ? [] : [line(texts.map(sentence).join(' '))]),
    ...listOf(affects.map((affected) => affectedItem(words, affected))),
  ];
}

const COLUMNS = [
  { name: 'option' },
  { name: 'schedule' },
  { name: 'cost', right: true as const },
  { name: 'risk-note' },
  { name: 'scope' },
  { name: 'pros' },
  { name: 'cons' },
];

const lines = (texts: readonly string[]): Spans =>
  texts.flatMap((text, at) => (at === 0 ? [text] : [{ break: true as const }, text]));

function optionRow(words: PageWords, option: BriefOption, currency: string): Spans[] {
  const { title, description, recommended: best, pros, cons } = option;
  const more: Spans = description === null ? [] : [{ break: true }, description];
  return [
    [best ? strong(title) : title, ...more],
    [scheduleText(words, option.scheduleDays)],
    [costText(words, option.cost, currency)],
    [option.riskNote ?? ''],
    [option.scopeEffect ?? ''],
    lines(pros),
    lines(cons),
  ];
}

const optionTable = (words: PageWords, { options, program }: DecisionBrief): Block[] =>
  options.length === 0
    ? []
    : [
        pageTable(
          words,
          COLUMNS,
          options.map((each) => optionRow(words, each, program.currency)),
        ),
      ];

const dangers = ({ riskNote, cons }: BriefOption): string =>
  [...(riskNote === null ? [] : [riskNote]), ...cons].join('; ');

/** The risk of going along with the recommendation, and of not deciding (domain 5.4). */
function goingOrNot({ say }: PageWords, { options }: DecisionBrief): Block[] {
  const best = options.find((option) => option.recommended && !option.doNothing);
  const nothing = options.find(({ doNothing }) => doNothing);
  const items: Spans[] = [
    ...(best && dangers(best) !== ''
      ? [[strong(say('brief.going.do', { title: best.title })), `: ${dangers(best)}`]]
      : []),
    ...(nothing && dangers(nothing) !== ''
      ? [[strong(say('brief.going.not')), `: ${dangers(nothing)}`]]
      : []),
  ];
  return listOf(items);
}

/** One line a kind of gap; options and assumptions are gathered in it. */
function unknownItems({ say }: PageWords, unknowns: readonly Unknown[]): Spans[] {
  const codes = [...new Set(unknowns.map(({ code }) => code))];
  return codes.map((code) => {
    const subjects = unknowns.flatMap((each) => (each.code === code ? (each.subject ?? []) : []));
    return [say(`unknown.${code}`, { subjects: subjects.join(', ') })];
  });
}

function peopleItems({ say }: PageWords, { driver, consulted, informed }: DecisionBrief): Spans[] {
  return [
    ...(driver === null ? [] : [[say('brief.driver-is', { who: driver })]]),
    ...(consulted.length === 0 ? [] : [[say('brief.consulted', { people: consulted.join(', ') })]]),
    ...(informed.length === 0 ? [] : [[say('brief.informed', { people: informed.join(', ') })]]),
  ];
}

/** One page to decide on: the question and its day, the recommendation, then what it rests on. */
export function decisionPage(brief: DecisionBrief): Page {
  const words = pageWords(brief.asOf);
  const { risks, unknowns, followUps } = brief;
  return [
    ...head(words, brief),
    ...section(words, 'brief.outcome', outcomeBlocks(words, brief), 'skip'),
    ...section(words, 'brief.recommended', recommended(words, brief)),
    ...section(words, 'brief.why', whyNow(words, brief), 'skip'),
    ...section(words, 'brief.options', optionTable(words, brief)),
    ...section(words, 'brief.going', goingOrNot(words, brief)),
    ...section(words, 'brief.risks', risks.length === 0 ? [] : [riskTable(words, risks)], 'skip'),
    ...section(words, 'brief.unknown', listOf(unknownItems(words, unknowns)), 'skip'),
    ...section(words, 'brief.who', listOf(peopleItems(words, brief)), 'skip'),
    ...section(
      words,
      'brief.follow-ups',
      listOf(followUps.map((each) => actionItem(words, each))),
      'skip',
    ),
    footBlock(words, brief),
  ];
}

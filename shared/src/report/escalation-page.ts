import type { Said } from '../context/badge.ts';
import { say as sayFact } from '../words/say.ts';
import { affectedItem } from './affected-item.ts';
import type { EscalationBrief, EscalationOption, TriggerLine } from './escalation-brief.ts';
import { footBlock } from './foot-block.ts';
import { costText, scheduleText } from './option-words.ts';
import type { Block, Page, Spans } from './page.ts';
import { pageTable } from './page-table.ts';
import { line, type PageWords, pageWords, sentence, strong } from './page-words.ts';
import { riskTable } from './risk-table.ts';
import { actionItem, listOf, section } from './section.ts';

const levelName = ({ say }: PageWords, level: string | null): string | null =>
  level === null ? null : say(`escalate.level.${level}`);

function whoText(words: PageWords, brief: EscalationBrief): string {
  const { to, raisedOn: on, raisedBy: by, acknowledgedOn, escalation, resolution } = brief;
  const { level, targetLevel } = escalation;
  const target = level === targetLevel ? null : levelName(words, targetLevel);
  const open = resolution === null && escalation.status !== 'withdrawn';
  return [
    words.say('escalation.to', { to: to ?? '–', level: levelName(words, level) }),
    words.say('escalation.raised', { on, by }),
    ...(acknowledgedOn !== null
      ? [words.say('escalation.acknowledged', { on: acknowledgedOn })]
      : []),
    ...(acknowledgedOn === null && open ? [words.say('escalation.unacknowledged')] : []),
    ...(target === null ? [] : [words.say('escalation.level-differs', { target })]),
  ].join(', ');
}

function askBlocks(
  words: PageWords,
  { ask, neededBy: by, daysLeft, resolution }: EscalationBrief,
): Block[] {
  if (ask === null) return [];
  if (by === null || daysLeft === null || resolution !== null) return [line(strong(sentence(ask)))];
  const left =
    daysLeft < 0
      ? strong(words.say('brief.past', { days: -daysLeft }), 'critical')
      : words.say('brief.left', { days: daysLeft });
  const needed = words.say('escalation.by', { by });
  return [
    line(
      strong(sentence(ask)),
      ` ${needed.charAt(0).toUpperCase()}${needed.slice(1)}, `,
      left,
      '.',
    ),
  ];
}

function triggerItem({ say }: PageWords, { trigger, code, subject, facts }: TriggerLine): Spans {
  const noFloat = typeof facts.float === 'number' && facts.float <= 0 ? ['none'] : [];
  return [
    strong(subject),
    `: ${say(`escalate.${trigger}.${code}`, facts, ...noFloat)} (${trigger})`,
  ];
}

/** Health facts that a trigger, a subject or a risk of the page says already. */
function isRepeated({ cause, subjects, risks }: EscalationBrief, { code, facts }: Said): boolean {
  const late = code === 'health.late' || code === 'health.late_external';
  const named = [...subjects, ...risks].some(({ id }) => id === facts.id);
  return named || (late && cause.triggers.length > 0);
}

function causeBlocks(words: PageWords, brief: EscalationBrief): Block[] {
  const { cause, asOf } = brief;
  const year = Number(asOf.slice(0, 4));
  const facts = cause.facts.filter(({ said }) => !isRepeated(brief, said));
  return [
    ...(cause.note === null ? [] : [line(sentence(cause.note))]),
    ...listOf([
      ...cause.triggers.map((trigger) => triggerItem(words, trigger)),
      ...facts.map(({ id, said }): Spans => [strong(id), `: ${sayFact(said, 'plain', { year })}`]),
    ]),
  ];
}

const COLUMNS = [
  { name: 'option' },
  { name: 'schedule' },
  { name: 'cost', right: true as const },
  { name: 'risk-note' },
  { name: 'scope' },
];

const optionRow = (words: PageWords, option: EscalationOption, currency: string): Spans[] => [
  [option.title],
  [scheduleText(words, option.scheduleDays)],
  [costText(words, option.cost, currency)],
  [option.riskNote ?? ''],
  [option.scopeEffect ?? ''],
];

function optionBlocks(words: PageWords, { options, decision, program }: EscalationBrief): Block[] {
  if (options.length === 0) return [];
  const rows = options.map((option) => optionRow(words, option, program.currency));
  const estimated = options.some(({ scheduleDays, cost }) => scheduleDays != null || cost != null);
  return [
    pageTable(words, COLUMNS, rows),
    ...(decision === null || !estimated
      ? []
      : [line({ text: sentence(words.say('escalation.from-decision', decision)), tone: 'muted' })]),
  ];
}

function recommendedBlocks({ recommendation }: EscalationBrief): Block[] {
  if (recommendation === null) return [];
  const { text, reason } = recommendation;
  return [line(strong(sentence(text)), reason === null ? '' : ` ${sentence(reason)}`)];
}

function resolvedBlocks(words: PageWords, { resolution }: EscalationBrief): Block[] {
  if (resolution === null) return [];
  const { text, on, level } = resolution;
  const when = words.say('escalation.resolved.on', { on, level: levelName(words, level) });
  return [line(strong(sentence(text)), ` ${when}`)];
}

/** One page for the next level: the ask and its day, then cause, consequences, options and what was tried. */
export function escalationPage(brief: EscalationBrief): Page {
  const words = pageWords(brief.asOf);
  const { escalation, subjects, consequences, risks, tried, lessons } = brief;
  const affected = (lines: EscalationBrief['subjects']): Block[] =>
    listOf(lines.map((each) => affectedItem(words, each)));
  return [
    {
      kind: 'title',
      spans: [words.say('escalation.title', { id: escalation.id, title: escalation.title })],
    },
    line({ text: sentence(whoText(words, brief)), tone: 'muted' }),
    ...section(words, 'escalation.resolved', resolvedBlocks(words, brief), 'skip'),
    ...section(words, 'escalation.ask', askBlocks(words, brief)),
    ...section(words, 'escalation.recommended', recommendedBlocks(brief), 'skip'),
    ...section(words, 'escalation.options', optionBlocks(words, brief)),
    ...section(words, 'escalation.subjects', affected(subjects), 'skip'),
    ...section(words, 'escalation.cause', causeBlocks(words, brief)),
    ...section(words, 'escalation.consequences', affected(consequences)),
    ...section(
      words,
      'escalation.risks',
      risks.length === 0 ? [] : [riskTable(words, risks)],
      'skip',
    ),
    ...section(words, 'escalation.tried', listOf(tried.map((each) => actionItem(words, each)))),
    ...section(words, 'escalation.lessons', listOf(lessons.map((lesson) => [lesson])), 'skip'),
    footBlock(words, brief),
  ];
}

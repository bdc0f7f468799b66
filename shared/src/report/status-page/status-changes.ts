import { isDay } from '../../record/field.ts';
import { sayChange } from '../../words/say-change.ts';
import type { Block, Spans } from '../page.ts';
import { heading, line, moreLine, namedSpans, type PageWords, sentence } from '../page-words.ts';
import type { ReportChange } from '../status/changes-since.ts';
import type { StatusReport } from '../status-report.ts';

const OWN: ReadonlySet<string> = new Set(['added', 'level-moved', 'offer-moved']);

/** One change in words; `compare`'s days are said as people say them. */
function changeText(words: PageWords, { code, facts }: ReportChange): string {
  if (code === 'level-moved' || code === 'offer-moved' || OWN.has(code))
    return words.say(code, facts);
  const spoken = Object.entries(facts).map(([key, value]) => [
    key,
    typeof value === 'string' && isDay(value) ? words.day(value) : value,
  ]);
  return sayChange({ code, facts: Object.fromEntries(spoken) });
}

const changeItem = (words: PageWords, change: ReportChange): Spans => [
  ...namedSpans(change),
  `: ${changeText(words, change)}`,
];

export function statusChanges(words: PageWords, { changes }: StatusReport): Block[] {
  const { since, revision, items, more } = changes;
  const title = words.say(
    'changes',
    { since, revision },
    ...(revision === null ? [] : ['revision']),
  );
  return [
    heading(title),
    items.length === 0
      ? line(sentence(words.say('changes.none')))
      : { kind: 'list', items: items.map((change) => changeItem(words, change)) },
    ...moreLine(words, more),
  ];
}

import type { Said } from '../../context/badge.ts';
import { say as sayFact } from '../../words/say.ts';
import type { Block, Span } from '../page.ts';
import { line, namedSpans, type PageWords, ragSpan, sentence } from '../page-words.ts';
import type { StatusReport } from '../status-report.ts';

const reasonText = ({ asOf }: StatusReport, said: Said): string =>
  sayFact(said, 'plain', { year: Number(asOf.slice(0, 4)) });

/** Without a reason: all well, nothing due, or a reason that this audience may not read. */
function noReason({ say }: PageWords, { header }: StatusReport): string {
  if (header.reasonsWithheld > 0) return say('status.withheld');
  const { rag } = header.computed;
  return say(rag === 'green' || rag === 'complete' ? 'status.no-reason' : 'status.nothing-due');
}

/** The first reason, led by the milestone it comes from. */
function reasonLine(words: PageWords, report: StatusReport): Block {
  const reason = report.header.computed.why[0];
  if (reason === undefined) return line(sentence(noReason(words, report)));
  const from = report.milestones.find(({ id }) => id === reason.facts.from);
  const lead = from === undefined ? [] : [...namedSpans(from), ': '];
  return line(...lead, sentence(reasonText(report, reason)));
}

function reportedSpans(words: PageWords, { header }: StatusReport): Span[] {
  const { reported, differs } = header;
  if (reported === null) return [words.say('status.not-reported')];
  const { rag, on, by, draft } = reported;
  const facts = { rag: words.say(`rag.${rag}`), on, by };
  const text = words.say('status.reported', facts, ...(draft ? ['draft'] : []));
  return differs ? [text, ' · ', { text: words.say('status.differs'), strong: true }] : [text];
}

function trendSpans(words: PageWords, { header: { trend } }: StatusReport): Span[] {
  if (trend === null) return [];
  const { direction, on, before } = trend;
  return [
    ' · ',
    words.say(`status.trend.${direction}`, { on, before: words.say(`rag.${before}`) }),
  ];
}

function whyReported(words: PageWords, { header: { reported, differs } }: StatusReport): Block[] {
  if (reported?.rationale == null || !differs) return [];
  const { rag, rationale } = reported;
  const text = words.say('status.why-reported', { rag: words.say(`rag.${rag}`), rationale });
  return [line({ text, tone: 'muted' })];
}

/** Promises beyond 90 days that are broken already: the colour of the program does not know them yet. */
const laterLines = (words: PageWords, report: StatusReport): Block[] =>
  report.milestones
    .filter(({ later }) => later)
    .map((milestone) => {
      const why = milestone.health.why[0];
      const text = why === undefined ? '' : `: ${reasonText(report, why)}`;
      return line(`${words.say('status.later')}: `, ...namedSpans(milestone), sentence(text));
    });

/** Week, day, author and readers; and at once what the page leaves out. */
function factsText(
  { say }: PageWords,
  { header, asOf, leftOut: count, audience }: StatusReport,
): string {
  const { period, author, distribution } = header;
  const facts = say('status.facts', {
    week: Number(period.week.slice(-2)),
    asOf,
    author,
    distribution,
  });
  const left = count > 0 ? [say('foot.left-out', { count, audience })] : [];
  return [facts, ...left].map(sentence).join(' ');
}

/** Who says what about the whole, in three lines (domain 5.1). */
export function statusHead(words: PageWords, report: StatusReport): Block[] {
  const { header, program } = report;
  return [
    { kind: 'title', spans: [words.say('status.title', { name: program.name })] },
    line({
      text: factsText(words, report),
      tone: 'muted',
    }),
    line(
      ragSpan(words, header.computed.rag),
      ` ${words.say('status.computed')} · `,
      ...reportedSpans(words, report),
      ...trendSpans(words, report),
    ),
    reasonLine(words, report),
    ...laterLines(words, report),
    ...whyReported(words, report),
  ];
}

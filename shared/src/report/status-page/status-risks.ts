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
import { riskTable } from '../risk-table.ts';
import type { DependencyLine } from '../status/loose-dependencies.ts';
import type { GreenStep, PathToGreen } from '../status/path-to-green.ts';
import type { IssueLine } from '../status/top-risks.ts';
import type { StatusReport } from '../status-report.ts';

const issueItem = (words: PageWords, issue: IssueLine): Spans => {
  const { severity, plan, owner, target, overdue } = issue;
  const by = words.say('issue.by', { plan, owner, target }, ...(overdue ? ['overdue'] : []));
  return [
    strong(issue.id, severity),
    ` ${issue.title} (${words.say('issue', { severity })})${by === '' ? '' : `: ${by}`}`,
  ];
};

export function statusRisks(words: PageWords, { risks, issues }: StatusReport): Block[] {
  return [
    heading(words.say('risks')),
    risks.items.length === 0
      ? line(sentence(words.say('risks.none')))
      : riskTable(words, risks.items),
    ...moreLine(words, risks.more),
    ...(issues.items.length === 0
      ? []
      : [{ kind: 'list' as const, items: issues.items.map((issue) => issueItem(words, issue)) }]),
    ...moreLine(words, issues.more),
  ];
}

function dependencyRow(words: PageWords, dependency: DependencyLine): Spans[] {
  const { provider, milestone, needBy, offered, because, gap } = dependency;
  const reasons = because.map((reason) => words.say(`dependency.${reason}`, { gap }));
  return [
    namedSpans(dependency),
    [provider ?? '–'],
    [milestone ?? '–'],
    [words.day(needBy)],
    [words.day(offered)],
    [strong(reasons.join(', '), because.includes('late') ? 'critical' : 'high')],
  ];
}

export function statusDependencies(words: PageWords, { dependencies }: StatusReport): Block[] {
  const columns = ['dependency', 'provider', 'for', 'needed', 'offered', 'why'];
  const rows = dependencies.items.map((dependency) => dependencyRow(words, dependency));
  return [
    heading(words.say('dependencies')),
    rows.length === 0
      ? line(sentence(words.say('dependencies.none')))
      : {
          kind: 'table',
          head: columns.map((name) => words.say(`head.${name}`)),
          rows,
          right: [3, 4],
        },
    ...moreLine(words, dependencies.more),
  ];
}

const stepText = (words: PageWords, { kind, id, title, due, owner }: GreenStep): string =>
  words.say(`step.${kind}`, { id, title, due, owner });

function pathItem(words: PageWords, { id, title, rag, said, steps }: PathToGreen): Spans {
  const texts = [
    ...(said === null ? [] : [words.say('step.said', { text: said })]),
    ...steps.map((step) => stepText(words, step)),
  ];
  const spans: Spans[] =
    texts.length === 0
      ? [[strong(words.say('paths.no-plan'), 'high')]]
      : texts.map((text) => [text]);
  return [
    strong(id),
    ` ${title} (${words.say(`rag.${rag}`).toLowerCase()}): `,
    ...joined(spans, '; '),
  ];
}

export function statusPaths(words: PageWords, { paths }: StatusReport): Block[] {
  return [
    heading(words.say('paths')),
    paths.length === 0
      ? line(sentence(words.say('paths.none')))
      : { kind: 'list', items: paths.map((path) => pathItem(words, path)) },
  ];
}

import type { Block } from './page.ts';
import { type PageWords, sentence } from './page-words.ts';
import type { ReportSource } from './report-options.ts';

/** Characters of a commit id: enough to find it. */
const SHORT_COMMIT = 12;

/** The last line of every report: source, what else to know, and what was kept from whom. */
export function footBlock(
  { say }: PageWords,
  source: ReportSource,
  facts: readonly string[] = [],
): Block {
  const { audience, leftOut: count, commit, asOf } = source;
  const { key } = source.program;
  const changed = source.uncommitted ? ['uncommitted'] : [];
  const said = [
    say('foot.source', { key, commit: commit?.slice(0, SHORT_COMMIT), asOf }, ...changed),
    ...facts,
    ...(count > 0 ? [say('foot.left-out', { count, audience })] : []),
    say(source.includesHigher ? 'foot.includes-higher' : 'foot.audience', { audience }),
  ];
  return { kind: 'note', spans: [said.map(sentence).join(' ')] };
}

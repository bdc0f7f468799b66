import type { Program } from '@milepost/shared/program/program';
import { readProgram } from '@milepost/shared/program/read-program';
import { AUDIENCES, type Audience } from '@milepost/shared/report/audience';
import { buildDecisionBrief } from '@milepost/shared/report/decision-brief';
import { decisionPage } from '@milepost/shared/report/decision-page';
import { buildEscalationBrief } from '@milepost/shared/report/escalation-brief';
import { escalationPage } from '@milepost/shared/report/escalation-page';
import { buildGoNoGo } from '@milepost/shared/report/go-no-go';
import { goNoGoPage } from '@milepost/shared/report/go-no-go-page';
import type { Page } from '@milepost/shared/report/page';
import { statusPage } from '@milepost/shared/report/status-page';
import { buildStatusReport } from '@milepost/shared/report/status-report';
import { writeMarkdown } from '@milepost/shared/report/write-markdown';
import { forecast } from '@milepost/shared/schedule/forecast';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeFiles } from './make-files.ts';
import { DAYS } from './make-value.ts';
import { runs } from './runs.ts';

type Asked = { program: Program; before: Program; asOf: string; audience: Audience };

function pagesOf({ program, before, asOf, audience }: Asked): Page[] {
  const earlier = { program: before, revision: 'HEAD~1' };
  const options = { audience, commit: 'c0ffee', earlier };
  const simulated = forecast(program, asOf, { iterations: 20 });
  const gate = buildGoNoGo(program, 'G-1', asOf, options);
  const decision = buildDecisionBrief(program, 'DEC-1', asOf, options);
  const escalation = buildEscalationBrief(program, 'ESC-1', asOf, options);
  return [
    statusPage(buildStatusReport(program, asOf, { ...options, forecast: simulated })),
    statusPage(buildStatusReport(program, asOf, { audience })),
    ...(gate.ok ? [goNoGoPage(gate.value)] : []),
    ...(decision.ok ? [decisionPage(decision.value)] : []),
    ...(escalation.ok ? [escalationPage(escalation.value)] : []),
  ];
}

const asked = fc
  .record({
    seed: fc.integer(),
    base: fc.integer(),
    asOf: fc.constantFrom(...DAYS),
    audience: fc.constantFrom(...AUDIENCES),
  })
  .map(({ seed, base, asOf, audience }): Asked => {
    const [program, before] = [readProgram(makeFiles(seed)), readProgram(makeFiles(base))];
    return { program, before, asOf, audience };
  });

/** What a reader's program would take for markup, were it not escaped: any HTML that is not our own. */
const MARKUP = /<(?!br>|sub>|\/sub>)|(?<!\\)`|\]\((?!https:)/;
/** What a line of ours begins with; a record's text never begins another block. */
const BEGINS = /^(# |## |- |\| |<sub>|[^#\-+=<\s]|$)/;

const barsOf = (row: string): number => row.replaceAll(/\\./g, '').split('|').length;

function expectTablesWhole(page: Page): void {
  const tables = page.filter(({ kind }) => kind === 'table');
  const counts = tables.map((table) => new Set(writeMarkdown([table]).split('\n').map(barsOf)));
  expect(counts.filter(({ size }) => size !== 1)).toEqual([]);
}

test('every report about a senseless program is written, twice the same, and no text becomes markup', () => {
  fc.assert(
    fc.property(asked, (each) => {
      const pages = pagesOf(each);
      const written = pages.map(writeMarkdown);
      expect(written).toEqual(pagesOf(each).map(writeMarkdown));
      expect(written.filter((text) => !/^# \S/.test(text))).toEqual([]);
      for (const line of written.flatMap((text) => text.split('\n'))) {
        expect(line).not.toMatch(/\bundefined\b|\[object|\bNaN\b/);
        expect(line).not.toMatch(MARKUP);
        expect(line).toMatch(BEGINS);
      }
      for (const page of pages) expectTablesWhole(page);
    }),
    runs(12),
  );
});

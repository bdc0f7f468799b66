import { sayCode } from '../words/say.ts';
import { sayMissing } from '../words/say-readiness.ts';
import { footBlock } from './foot-block.ts';
import type { GoRule } from './gate/go-rules.ts';
import { gateCriteriaBlocks } from './gate-page/gate-criteria-blocks.ts';
import { gateHead } from './gate-page/gate-head.ts';
import { gateRollback } from './gate-page/gate-rollback.ts';
import { gateSignOffs } from './gate-page/gate-sign-offs.ts';
import type { GoNoGo } from './go-no-go.ts';
import type { Block, Page, Spans } from './page.ts';
import { pageTable } from './page-table.ts';
import { figureText, line, type PageWords, pageWords, sentence, strong } from './page-words.ts';
import { riskTable } from './risk-table.ts';
import { actionItem, listOf, section } from './section.ts';

function decisionBlocks(words: PageWords, { decision }: GoNoGo): Block[] {
  if (decision === null) return [];
  const { outcome, on, by, rationale, reevaluateOn, snapshot } = decision;
  const decided: Spans = [strong(sentence(words.say('gate.decided', { outcome, on, by })))];
  return [
    line(...decided, ...(rationale === null ? [] : [` ${sentence(rationale)}`])),
    ...(reevaluateOn === null
      ? []
      : [line(sentence(words.say('gate.reevaluate', { on: reevaluateOn })))]),
    ...(snapshot === null
      ? []
      : [
          line(
            sentence(
              words.say('gate.snapshot', {
                met: snapshot.met,
                applicable: snapshot.applicable,
                waived: snapshot.waived,
                mandatory: snapshot.mandatoryUnmet,
                signoffs: words.say(
                  snapshot.signoffsOk ? 'gate.signoff.valid' : 'gate.signoff.missing',
                ),
                asOf: snapshot.asOf,
                commit: snapshot.commit?.slice(0, 12),
              }),
            ),
          ),
        ]),
  ];
}

/** What is wrong with a sign-off in the catalogue's short words. */
function spoken(missing: GoNoGo['missing'][number]): GoNoGo['missing'][number] {
  const { problem } = missing.facts;
  if (missing.code !== 'signoff' || problem === undefined) return missing;
  const short = sayCode(`signoff.${problem}`, missing.facts, 'short');
  return { ...missing, facts: { ...missing.facts, problem: short } };
}

/** Gates that let something go out must say how it comes back. */
const RELEASING: readonly string[] = ['go_no_go', 'cutover', 'decommission', 'prr', 'orr'];

const needsWayBack = ({ gate, release }: GoNoGo): boolean =>
  release !== null || RELEASING.includes(gate.type);

function missingItems(words: PageWords, { missing, asOf }: GoNoGo): Spans[] {
  const year = Number(asOf.slice(0, 4));
  return missing.map((each) => {
    const who = each.whoCan.join(', ');
    const can = who === '' ? '' : ` (${words.say('gate.who-can', { who })})`;
    return [`${sayMissing(spoken(each), 'plain', { year })}${can}`];
  });
}

function ruleRow(words: PageWords, { code, holds, facts }: GoRule): Spans[] {
  const shown = Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      key === 'strict' || key === 'threshold' ? `${figureText(value)}%` : value,
    ]),
  );
  return [
    [words.say(`gate.rule.${code}`, shown)],
    [
      holds
        ? { text: words.say('gate.yes'), tone: 'low' }
        : strong(words.say('gate.no'), 'critical'),
    ],
    [words.say(`gate.fact.${code}`, shown)],
  ];
}

const RULE_COLUMNS = [{ name: 'rule' }, { name: 'holds' }, { name: 'fact' }];

function digestText({ say }: PageWords, { digest, frozen }: GoNoGo): string {
  const variant = frozen === null ? [] : [frozen ? 'frozen' : 'changed'];
  return say('gate.digest', { digest: digest.slice(0, 19) }, ...variant);
}

/** The go/no-go record: verdict and decision first, then what is missing, then everything it rests on. */
export function goNoGoPage(gate: GoNoGo): Page {
  const words = pageWords(gate.asOf);
  return [
    ...gateHead(words, gate),
    ...section(words, 'gate.decision', decisionBlocks(words, gate)),
    ...section(words, 'gate.missing', listOf(missingItems(words, gate))),
    ...section(words, 'gate.rules', [
      pageTable(
        words,
        RULE_COLUMNS,
        gate.rules.map((rule) => ruleRow(words, rule)),
      ),
    ]),
    ...section(words, 'gate.criteria', gateCriteriaBlocks(words, gate)),
    ...section(words, 'gate.signoffs', gateSignOffs(words, gate)),
    ...section(words, 'gate.risks', gate.risks.length === 0 ? [] : [riskTable(words, gate.risks)]),
    ...(needsWayBack(gate) ? section(words, 'gate.rollback', gateRollback(words, gate)) : []),
    ...section(
      words,
      'gate.conditions',
      listOf(gate.conditions.map((action) => actionItem(words, action))),
    ),
    footBlock(words, gate, [digestText(words, gate)]),
  ];
}

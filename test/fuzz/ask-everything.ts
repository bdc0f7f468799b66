import { compare } from '@milepost/shared/change/compare';
import { badgesFor, recordBadges, withheldCount } from '@milepost/shared/context/badges-for';
import type { PageContext } from '@milepost/shared/context/context';
import { buildIndex } from '@milepost/shared/context/context-index';
import { findMatches } from '@milepost/shared/context/find-matches';
import { matchesProgram } from '@milepost/shared/context/matches-program';
import { filesNear, neighbourhoodOf } from '@milepost/shared/context/neighbourhood';
import { packIndex, unpackIndex } from '@milepost/shared/context/pack-index';
import { milestoneHealth } from '@milepost/shared/health/milestone-health';
import { programHealth } from '@milepost/shared/health/program-health';
import { measure } from '@milepost/shared/kpi/measure';
import { renderCodeowners } from '@milepost/shared/policy/codeowners';
import { detectEscalations } from '@milepost/shared/policy/escalation/escalation-triggers';
import { requiredApprovals } from '@milepost/shared/policy/required-approvals';
import { checkProgram } from '@milepost/shared/program/check-program';
import type { Finding } from '@milepost/shared/program/finding';
import type { Program } from '@milepost/shared/program/program';
import { referencesTo } from '@milepost/shared/program/references';
import { assessGate } from '@milepost/shared/readiness/assess-gate';
import { floatsOf, schedule } from '@milepost/shared/schedule/critical-path';
import { forecast } from '@milepost/shared/schedule/forecast';
import { addDays } from '@milepost/shared/schedule/working-days';
import type { Activity } from '@milepost/shared/signal/activity';
import { detect } from '@milepost/shared/signal/detect';
import { rankFor } from '@milepost/shared/signal/rank';
import { say } from '@milepost/shared/words/say';
import { accessibleName, badgeText } from '@milepost/shared/words/say-badge';
import { sayChange } from '@milepost/shared/words/say-change';
import { sayFinding, sayRequirement } from '@milepost/shared/words/say-finding';
import { sayMissing, saySignOffProblem, sayVerdict } from '@milepost/shared/words/say-readiness';
import { sayReason } from '@milepost/shared/words/say-reason';
import { saySignal } from '@milepost/shared/words/say-signal';
import { WORDS } from './make-value.ts';

export type Question = { program: Program; before: Program; asOf: string };

const PAGES: readonly PageContext[] = [
  {},
  {
    host: 'github.com',
    repo: 'acme/pay',
    number: 7,
    title: `PAY-12 ${WORDS.join(' ')}`,
    body: `Program-Item: M-1, R-1, D-1, G-1, __proto__, ../../R-1\n${WORDS.join('\n')}`,
    headBranch: 'feature/M-1-x',
    baseBranch: 'constructor',
    labels: WORDS,
    githubMilestone: '__proto__',
    paths: ['src/a/b.ts', '..', '', '/', 'a'.repeat(5000), ...WORDS],
  },
  { host: 'jira.example', key: 'PAY-12', fixVersions: WORDS, components: WORDS, epic: 'PAY-12' },
];

function askContext({ program, asOf }: Question): string[] {
  const index = buildIndex(program);
  const again = unpackIndex(JSON.parse(JSON.stringify(packIndex(index)))) ?? index;
  const near = filesNear(neighbourhoodOf(program), [...program.records.keys()], 500);
  return PAGES.flatMap((page) => {
    const matches = findMatches(again, program, page);
    const badges = badgesFor(matches, program, asOf, page);
    const all = [...badges, ...recordBadges(matches, program, asOf, page)];
    return [
      String([matchesProgram(index, page), withheldCount(matches), near?.length]),
      ...matches.flatMap(({ reasons, record }) => reasons.map((why) => sayReason(why, record.id))),
      ...all.flatMap((badge) => [badgeText(badge), accessibleName(badge, 'card')]),
      ...all.map((badge) => accessibleName(badge)),
    ];
  });
}

function askGates({ program, asOf }: Question): string[] {
  return program.byKind.gate.flatMap(({ id }) => {
    const gate = assessGate(program, id, asOf);
    if (gate === undefined) return [];
    const problems = gate.signoffs.flatMap(({ why }) => why.map((each) => saySignOffProblem(each)));
    return [sayVerdict(gate.verdict), ...gate.missing.map((each) => sayMissing(each)), ...problems];
  });
}

function askHealth({ program, asOf }: Question): string[] {
  const floats = floatsOf(schedule(program, asOf));
  const each = program.byKind.milestone.map(({ id }) =>
    milestoneHealth(program, id, asOf, { totalFloat: floats.get(id) }),
  );
  return [...each, programHealth(program, asOf)].flatMap((health) =>
    (health?.why ?? []).map((why) => say(why, 'plain')),
  );
}

const activityOf = ({ program, asOf }: Question): Activity => ({
  pullRequests: [
    {
      repo: 'acme/pay',
      number: 7,
      url: 'https://github.com/acme/pay/pull/7',
      title: 'PAY-12',
      state: 'merged',
      base: 'main',
      protectedBase: true,
      mergedAt: `${asOf}T10:00:00Z`,
      paths: ['src/a.ts'],
      items: ['M-1', 'nobody'],
    },
  ],
  trackerItems: [{ key: 'PAY-12', startedAt: '2026-01-01', doneAt: '2026-02-01' }],
  scopeItems: [{ key: 'PAY-13', addedAt: asOf, size: 1e300 }],
  defects: [{ key: 'PAY-14', createdAt: asOf }],
  violations: [{ rule: 'DR-06', record: 'M-1', code: 'constructor' }],
  forecast: forecast(program, asOf, { iterations: 20 }),
});

function askSignals(question: Question): string[] {
  const { program, asOf } = question;
  const activity = activityOf(question);
  const { signals } = detect(program, activity, asOf);
  const odds = activity.forecast?.milestones.map((each) => [each.id, each.probability ?? 0]);
  const escalations = detectEscalations({
    program,
    asOf,
    schedule: schedule(program, asOf),
    probability: new Map(odds as [string, number][]),
  });
  return [
    ...[...signals, ...rankFor(program, signals, 'ana', asOf)].map((each) => saySignal(each)),
    JSON.stringify(measure(program, { from: addDays(asOf, -29), to: asOf }, asOf)),
    JSON.stringify(escalations),
  ];
}

function askChanges({ program, before, asOf }: Question): string[] {
  const both = { before, after: program, policyAtBase: before };
  const asked = requiredApprovals({ ...both, author: 'ana', approvals: [], asOf });
  return [
    ...compare(before, program).map(sayChange),
    ...asked.map(({ state, rule }) => sayRequirement(state, { rule })),
    renderCodeowners(program, 'program', asOf),
    String([...program.records.keys()].map((id) => referencesTo(program, id).length)),
  ];
}

/** Puts every question of the core to a program; all that comes back, in words. */
export const askEverything = (question: Question): readonly string[] => [
  ...findingsOf(question).map((finding) => sayFinding(finding)),
  ...askContext(question),
  ...askGates(question),
  ...askHealth(question),
  ...askSignals(question),
  ...askChanges(question),
];

export const findingsOf = ({ program, before, asOf }: Question): readonly Finding[] =>
  checkProgram(program, { asOf, base: before });

import { expect, test } from 'vitest';
import { aProgram } from '../schedule/a-program.ts';
import { buildDecisionBrief, type DecisionBrief } from './decision-brief.ts';
import { decisionPage } from './decision-page.ts';
import { buildEscalationBrief, type EscalationBrief } from './escalation-brief.ts';
import { escalationPage } from './escalation-page.ts';
import { writeMarkdown } from './write-markdown.ts';

const asOf = '2026-03-10';

type Program = ReturnType<typeof aProgram>;

function decisionOf(program: Program): DecisionBrief {
  const built = buildDecisionBrief(program, 'DEC-1', asOf);
  if (!built.ok) throw new Error(built.error.code);
  return built.value;
}

function escalationOf(program: Program): EscalationBrief {
  const built = buildEscalationBrief(program, 'ESC-1', asOf);
  if (!built.ok) throw new Error(built.error.code);
  return built.value;
}

const decision = {
  id: 'DEC-1',
  status: 'requested',
  question: 'Pay or wait?',
  approver: 'maria',
  requested_on: '2026-03-02',
  needed_by: '2026-03-06',
  affects: ['M-1'],
  options: [
    { id: 'a', title: 'Do nothing', risk_note: 'the slot is lost', schedule_days: 10, cost: 0 },
    { id: 'b', title: 'Pay', cons: ['money is gone'], cost: 500 },
  ],
  recommendation: { option: 'b', rationale: 'Cheap' },
  cost_of_delay: 1200,
};

test('an overdue question says so, and what each side may cost', () => {
  const text = writeMarkdown(decisionPage(decisionOf(aProgram([decision]))));
  expect(text).toContain('**maria decides by Fri 6 Mar**, **2 working days overdue**.');
  expect(text).toContain('Each day of delay costs 1,200 EUR.');
  expect(text).toContain('- **If we do it (Pay)**: money is gone');
  expect(text).toContain('- **If we do nothing**: the slot is lost');
});

test('what nobody estimated, and assumptions nobody proved, are named as unknown', () => {
  const assumption = { id: 'A-1', status: 'open', affects: ['M-1'], title: 'The vendor holds' };
  const { unknowns } = decisionOf(aProgram([decision, assumption]));
  expect(unknowns).toEqual([
    { code: 'option-without-days', subject: 'Pay' },
    { code: 'assumption-open', subject: 'A-1 The vendor holds' },
  ]);
});

test('a bare draft is a brief full of questions, not an error', () => {
  const brief = decisionOf(aProgram([{ id: 'DEC-1', title: 'How many?' }]));
  expect(brief.unknowns.map(({ code }) => code)).toEqual([
    'no-options',
    'no-recommendation',
    'no-cost-of-delay',
    'no-approver',
  ]);
  const text = writeMarkdown(decisionPage(brief));
  expect(text).toContain('**Nobody is named who decides.**');
  expect(text).not.toMatch(/undefined|null/);
});

test('a decided question leads with its outcome', () => {
  const outcome = { option: 'b', rationale: 'Time is worth more', conditions: ['Once only'] };
  const brief = decisionOf(
    aProgram([{ ...decision, status: 'decided', decided_on: '2026-03-05', outcome }]),
  );
  const text = writeMarkdown(decisionPage(brief));
  expect(text).toMatch(/## Decided\n\n\*\*Pay\*\* on 5 Mar by maria\. Time is worth more\./);
  expect(text).toContain('- On condition: Once only');
  expect(text).not.toContain('overdue');
});

const escalation = {
  id: 'ESC-1',
  status: 'open',
  subject: ['M-1', 'D-1'],
  level: 'L2',
  target_level: 'L3',
  raised_on: '2026-03-02',
  to: 'maria',
  ask: 'Pay the slot',
  options: ['Pay', 'Wait'],
  recommendation: 'Pay',
};

const milestone = {
  id: 'M-1',
  status: 'committed',
  owner: 'tom',
  external_commitment: true,
  committed_date: '2026-06-12',
  forecast_date: '2026-06-19',
  forecast_history: [{ as_of: '2026-03-09', date: '2026-06-19' }],
};

test('the cause is what the triggers say today, and what waits behind is the consequence', () => {
  const brief = escalationOf(
    aProgram([
      escalation,
      milestone,
      { id: 'D-1', status: 'requested', consumer: { milestone: 'M-2' }, need_by: '2026-03-20' },
      { id: 'M-2', status: 'planned' },
      { id: 'M-3', status: 'planned', predecessors: [{ on: 'M-1' }] },
      { id: 'B-1', enablers: ['M-1'] },
    ]),
  );
  expect(brief.cause.triggers.map(({ trigger, code }) => `${trigger} ${code}`)).toEqual([
    'E1 forecast-late',
    'E3 uncommitted',
  ]);
  expect(brief.consequences.map(({ id }) => id)).toEqual(['M-2', 'M-3', 'B-1']);
  const text = writeMarkdown(escalationPage(brief));
  expect(text).toContain('not acknowledged yet, this belongs to the sponsor level.');
  expect(text).toContain('**M-1**: Forecast 19 Jun, promised outside for 12 Jun (E1)');
});

test('options take their effect from the decision on the same subjects', () => {
  const brief = escalationOf(aProgram([escalation, milestone, decision]));
  expect(brief.decision?.id).toBe('DEC-1');
  expect(brief.options).toEqual([
    { title: 'Pay', scheduleDays: null, cost: 500, riskNote: null, scopeEffect: null },
    { title: 'Wait' },
  ]);
  expect(brief.recommendation).toEqual({ text: 'Pay', reason: 'Cheap' });
});

test('a resolved escalation leads with how, and keeps its lessons', () => {
  const resolved = {
    ...escalation,
    ...{ status: 'resolved', resolved_on: '2026-03-09', resolved_level: 'L3', resolution: 'Paid' },
    lessons: ['Ask for the slot in January'],
  };
  const text = writeMarkdown(escalationPage(escalationOf(aProgram([resolved, milestone]))));
  expect(text).toMatch(/## Resolved\n\n\*\*Paid\.\*\* on 9 Mar at the sponsor level/);
  expect(text).toContain('- Ask for the slot in January');
  expect(text).not.toContain('not acknowledged');
});

test('a subject above the audience is not named', () => {
  const secret = { ...milestone, classification: 'restricted', title: 'The merger' };
  const brief = escalationOf(aProgram([escalation, secret]));
  expect(JSON.stringify(brief)).not.toMatch(/M-1|merger/);
  expect(brief.leftOut).toBe(1);
});

import { expect, test } from 'vitest';
import { asked, rulesFor } from './a-change.ts';

const criterion = (more = {}) => ({
  id: 'G-1.1',
  workstream: 'WS-1',
  status: 'in_progress',
  category: 'testing',
  measure: { metric: 'pass rate', operator: '>=', target: 95 },
  ...more,
});
const side = (...records: { id: string }[]) => ({ records });

test('DR-08: what a criterion asks is for the lead of the workstream', () => {
  expect(asked(side(criterion()), side(criterion({ statement: 'all pass' })))).toEqual([
    'DR-08 G-1.1 workstream_lead@WS-1',
  ]);
  const measure = (more: object) => ({ measure: { ...criterion().measure, ...more } });
  const redefined = [
    ...[{ mandatory: false }, { severity: 'low' }, { kind: 'entry' }, { category: 'security' }],
    ...[{ verification: 'url' }, { query: 'status = open' }, { standard_ref: 'STD-1' }],
    ...[{ metric: 'passes' }, { operator: '<=' }, { target: 90 }, { unit: '%' }].map(measure),
    ...[{ status: 'void' }, { status: 'not_applicable' }],
  ];
  for (const change of redefined) expect(rulesFor(criterion(), change)).toEqual(['DR-08']);
});

test('DR-08: verifying a criterion changes nothing it asks', () => {
  expect(rulesFor(criterion(), { status: 'met', verified_by: 'eva' })).toEqual([]);
  expect(rulesFor(criterion(), { measure: { ...criterion().measure, actual: 97 } })).toEqual([]);
});

test('DR-08: a gate asks for the same when its threshold or its sign-offs change', () => {
  const gate = { id: 'G-1', workstream: 'WS-1' };
  expect(rulesFor(gate, { pass_threshold_pct: 90 })).toEqual(['DR-08']);
  expect(rulesFor(gate, { required_signoffs: [{ role: 'qa_lead' }] })).toEqual(['DR-08']);
  expect(rulesFor(gate, { review_date: '2026-05-01' })).toEqual([]);
});

const standard = (more = {}) => criterion({ standard_ref: 'STD-1', ...more });
type Plain = Readonly<Record<string, unknown>>;
const director = 'DR-08b G-1.1 pm_director@program';

test('DR-08b: asking less than a standard is for the director', () => {
  const weaker = (change: Plain, from = {}) => rulesFor(standard(from), change);
  const target = (operator: string, value: unknown) => ({
    measure: { metric: 'pass rate', operator, target: value },
  });
  expect(weaker({ mandatory: false })).toEqual(['DR-08b']);
  expect(weaker({ status: 'not_applicable' })).toEqual(['DR-08b']);
  expect(weaker({ status: 'void' })).toEqual(['DR-08b']);
  expect(weaker({ standard_ref: 'STD-2' })).toEqual(['DR-08b']);
  expect(weaker(target('>=', 94))).toEqual(['DR-08b']);
  expect(weaker(target('<=', 95))).toEqual(['DR-08b']);
  expect(weaker(target('<=', 6), target('<=', 5))).toEqual(['DR-08b']);
  expect(weaker(target('=', 4), target('=', 5))).toEqual(['DR-08b']);
  expect(weaker(target('=', 'no'), target('=', 'yes'))).toEqual(['DR-08b']);
  expect(asked(side(standard()), side(standard({ mandatory: false })))).toEqual([director]);
});

test('DR-08b: asking as much or more is not', () => {
  const stronger = (change: Plain, from = {}) => rulesFor(standard(from), change);
  const target = (operator: string, value: number) => ({
    measure: { metric: 'pass rate', operator, target: value },
  });
  expect(stronger(target('>=', 96))).toEqual(['DR-08']);
  expect(stronger(target('<=', 4), target('<=', 5))).toEqual(['DR-08']);
  expect(stronger({ mandatory: true }, { mandatory: false })).toEqual(['DR-08']);
  expect(stronger({ severity: 'high' })).toEqual(['DR-08']);
  expect(stronger({ status: 'not_applicable' }, { status: 'void' })).toEqual(['DR-08']);
  expect(stronger({ measure: criterion().measure }, { measure: undefined })).toEqual(['DR-08']);
});

test('DR-08b: and for the owner of the standard by its category', () => {
  const heard = (category: string) =>
    asked(side(standard({ category })), side(standard({ category, mandatory: false }))).slice(1);
  const security = ['DR-08b G-1.1 security_grc@program'];
  for (const category of ['security', 'privacy', 'compliance']) {
    expect(heard(category)).toEqual(security);
  }
  const operations = ['DR-08b G-1.1 sre_ops_lead@program'];
  for (const each of ['observability', 'on_call', 'capacity', 'rollback', 'release_process']) {
    expect(heard(each)).toEqual(operations);
  }
  expect(heard('testing')).toEqual([]);
});

const acceptance = {
  by: 'maria',
  at: '2026-03-10',
  authority_role: 'executive_sponsor',
  rationale: 'cheap',
  residual: { probability: 1, impact: 1 },
  expires: '2026-12-31',
};

test('DR-11: accepting a risk or waiving a criterion is for the sponsor', () => {
  const risk = (more = {}) => ({ id: 'R-1', status: 'open', ...more });
  const accepted = { status: 'accepted', acceptance };
  const sponsor = (id: string) => `DR-11 ${id} executive_sponsor@program`;
  expect(asked(side(risk()), side(risk(accepted)))).toEqual([sponsor('R-1')]);
  expect(
    rulesFor(risk(accepted), { acceptance: { ...acceptance, expires: '2026-11-01' } }),
  ).toEqual(['DR-11']);
  expect(rulesFor(risk(), { status: 'treating' })).toEqual([]);
  const waiver = { by: 'maria', at: '2026-03-10', reason: 'late', expires: '2026-06-01' };
  expect(asked(side(criterion()), side(criterion({ status: 'waived', waiver })))).toEqual([
    sponsor('G-1.1'),
  ]);
  expect(rulesFor(criterion({ status: 'waived' }), { waiver })).toEqual(['DR-11']);
});

test('DR-11: matters of security ask the security lead as well', () => {
  const heard = (category: string) => {
    const risk = { id: 'R-1', status: 'open', category };
    return asked(side(risk), side({ ...risk, status: 'accepted', acceptance } as { id: string }));
  };
  const both = ['executive_sponsor', 'security_grc'].map((role) => `DR-11 R-1 ${role}@program`);
  for (const category of ['security', 'privacy', 'compliance'])
    expect(heard(category)).toEqual(both);
  expect(heard('schedule')).toEqual(both.slice(0, 1));
});

const gate = (more = {}) => ({ id: 'G-1', type: 'readiness', decider: 'maria', ...more });
const decided = (outcome: string, mandatory_unmet: number, signoffs_ok = true) => ({
  decision: {
    outcome,
    at: '2026-03-10',
    by: 'maria',
    snapshot: {
      ...{ applicable: 5, met: 5, waived: 0, not_met: 0, as_of: '2026-03-10' },
      mandatory_unmet,
      signoffs_ok,
    },
  },
});

test('DR-11: going on although something mandatory is unmet is an acceptance', () => {
  expect(rulesFor(gate(), decided('go', 1))).toEqual(['DR-11']);
  expect(rulesFor(gate(), decided('conditional_go', 1))).toEqual(['DR-11']);
  expect(rulesFor(gate(), decided('go', 0))).toEqual([]);
  expect(rulesFor(gate(), decided('no_go', 1))).toEqual([]);
  const security = gate({ type: 'security' });
  expect(
    asked(side(security), side({ ...security, ...decided('go', 1) } as { id: string })),
  ).toEqual(['DR-11 G-1 executive_sponsor@program', 'DR-11 G-1 security_grc@program']);
});

test('DR-18: a security sign-off is for the security lead only', () => {
  const signOff = (decision: string, role = 'security_grc') => ({
    signOffs: [{ gate: 'G-1', role, signatory: 'sam', decision }],
  });
  const heard = ['DR-18 G-1/security_grc security_grc@program'];
  for (const decision of ['approved', 'approved_with_conditions', 'not_required']) {
    expect(asked(signOff('pending'), signOff(decision))).toEqual(heard);
    expect(asked({}, signOff(decision))).toEqual(heard);
  }
  expect(asked(signOff('pending'), signOff('rejected'))).toEqual([]);
  expect(asked(signOff('pending', 'qa_lead'), signOff('approved', 'qa_lead'))).toEqual([]);
});

test('DR-20: go or no-go is for the decider, who must hold the authority', () => {
  for (const type of ['go_no_go', 'cutover']) {
    expect(asked(side(gate({ type })), side(gate({ type, ...decided('go', 0) })))).toEqual([
      'DR-20 G-1 maria|executive_sponsor|gate_decider@program',
    ]);
  }
  expect(rulesFor(gate({ type: 'go_no_go' }), { decider: 'bob' })).toEqual([]);
  const first = gate({ type: 'go_no_go', ...decided('go', 0) });
  expect(rulesFor(first, { decision: undefined })).toEqual([]);
});

test('DR-20: going on without every mandatory sign-off cannot be approved by anybody', () => {
  const heard = (outcome: string, ok: boolean) => {
    const before = gate({ type: 'go_no_go' });
    const after = gate({ type: 'go_no_go', ...decided(outcome, 0, ok) });
    return asked(side(before), side(after)).slice(1);
  };
  expect(heard('go', false)).toEqual(['DR-20 G-1 @program']);
  expect(heard('conditional_go', false)).toEqual(['DR-20 G-1 @program']);
  expect(heard('no_go', false)).toEqual([]);
  expect(heard('go', true)).toEqual([]);
});

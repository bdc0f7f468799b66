import { expect, test } from 'vitest';
import { aProgram } from '../schedule/a-program.ts';
import { builtInRules } from './built-in-rules.ts';
import { RULE_IDS } from './rule-ids.ts';
import { allRules, leastLevel, rulesInForce } from './rules-in-force.ts';

type Plain = Readonly<Record<string, unknown>>;

const program = (profile: string, policy: Plain = {}) =>
  aProgram([], { charter: { profile }, policy });
const inForce = (profile: string, policy: Plain = {}) =>
  rulesInForce(program(profile, policy)).map(({ id }) => id);
const rule = (policy: Plain, id = 'DR-05') =>
  allRules(program('regulated', policy)).find((each) => each.id === id);

const standard = ['05', '06', '07', '09', '09b', '11', '12', '12b', '20'];

test('the table has every id once, in its order', () => {
  expect(builtInRules.map(({ id }) => id)).toEqual(RULE_IDS);
});

test('lite has no rule in force, standard nine, regulated all', () => {
  expect(inForce('lite')).toEqual([]);
  expect(inForce('standard')).toEqual(standard.map((number) => `DR-${number}`));
  expect(inForce('regulated')).toEqual(RULE_IDS);
});

test('policy.yaml may name the rules itself, in any profile', () => {
  expect(inForce('lite', { controlled: ['DR-01'] })).toEqual(['DR-01']);
  expect(inForce('regulated', { controlled: [] })).toEqual([]);
});

test('a rule of its own is in force from standard on; overriding one does not switch it on', () => {
  const rules = [{ id: 'OWN-1', on: { record: 'risk', fields: ['owner'] } }, { id: 'DR-01' }];
  expect(inForce('lite', { rules })).toEqual([]);
  expect(inForce('standard', { rules }).slice(-1)).toEqual(['OWN-1']);
  expect(inForce('standard', { rules })).not.toContain('DR-01');
  expect(inForce('regulated', { rules })).toHaveLength(RULE_IDS.length + 1);
});

test('policy.yaml replaces what it names of a rule and keeps the rest', () => {
  const built = builtInRules.find(({ id }) => id === 'DR-05');
  const require = [{ role: 'pm_director', count: 2, scope: 'record' }];
  expect(rule({ rules: [{ id: 'DR-05', require }] })).toEqual({
    ...built,
    require: [{ roles: ['pm_director'], count: 2, scope: 'record' }],
  });
  const on = { record: 'milestone', fields: ['owner'] };
  expect(rule({ rules: [{ id: 'DR-05', on }] })).toEqual({ ...built, on: [on] });
  const when = { path: 'after.critical', eq: true };
  const switches = { when, block: ['owner'], independent: true, min_evidence: 'L3' };
  expect(rule({ rules: [{ id: 'DR-05', ...switches }] })).toEqual({ ...built, ...switches });
  expect(rule({ rules: [{ id: 'DR-05' }] })).toEqual(built);
});

test('a rule of its own reads lists, people and conditions', () => {
  const only = { fact: 'major_scope', eq: true };
  const own = {
    id: 'OWN-1',
    on: [{ record: 'risk', fields: ['owner'] }],
    require: [{ roles: ['finance', 'cab'] }, { person: 'after.owner', if: only }],
  };
  expect(rule({ rules: [own] }, 'OWN-1')).toEqual({
    id: 'OWN-1',
    on: own.on,
    require: [{ roles: ['finance', 'cab'] }, { person: 'after.owner', if: only }],
  });
});

test('what cannot be read leaves the built-in rule as it is, and is no rule of its own', () => {
  const bad = { require: [{ role: 'finance', count: 0 }] };
  expect(rule({ rules: [{ id: 'DR-05', ...bad }] })).toEqual(
    builtInRules.find(({ id }) => id === 'DR-05'),
  );
  expect(rule({ rules: [{ id: 'OWN-1', ...bad }] }, 'OWN-1')).toBeUndefined();
  const unknown = { when: { run: 'rm' } };
  expect(rule({ rules: [{ id: 'OWN-1', ...unknown }] }, 'OWN-1')).toBeUndefined();
});

test('regulated asks for a review or more, the others for a word; policy.yaml wins', () => {
  const level = (profile: string, id: string, policy: Plain = {}) => {
    const found = builtInRules.find((each) => each.id === id);
    return found && leastLevel(program(profile, policy), found);
  };
  expect([level('regulated', 'DR-05'), level('regulated', 'DR-06')]).toEqual(['L1', 'L2']);
  expect([level('standard', 'DR-06'), level('lite', 'DR-06')]).toEqual(['L0', 'L0']);
  expect(level('standard', 'DR-06', { min_evidence: { 'DR-06': 'L3' } })).toBe('L3');
});

test('each right covers, bars and asks evidence as the table says', () => {
  const criterion = [
    ...['statement', 'mandatory', 'severity', 'kind', 'category', 'measure.metric'],
    ...['measure.operator', 'measure.target', 'measure.unit', 'verification', 'query'],
    'standard_ref',
  ];
  const gate = ['pass_threshold_pct', 'required_signoffs'];
  const scope = ['scope.baseline', 'objectives', 'type', 'outcome', 'impact'];
  const money = ['budget.bac', 'outcome', 'impact.cost'];
  const covers = Object.fromEntries(
    builtInRules.flatMap((each) => (each.covers === undefined ? [] : [[each.id, each.covers]])),
  );
  expect(covers).toEqual({
    'DR-06': ['committed_date', 'external_commitment', 'status'],
    'DR-07': ['need_by', 'committed_date', 'deliverable', 'acceptance'],
    'DR-08': [...criterion, ...gate],
    'DR-08b': [...criterion, 'status', ...gate],
    'DR-09': scope,
    'DR-09b': scope,
    'DR-11': ['acceptance', 'waiver', 'decision'],
    'DR-12': money,
    'DR-12b': money,
    'DR-15': ['program_manager', 'roles'],
    'DR-16': ['question', 'outcome'],
    'DR-17': ['vendor.contract_ref', 'outcome'],
    'DR-18': ['gate', 'role', 'decision', 'covers', 'conditions'],
    'DR-19': ['change_window'],
  });
  const ids = (has: (each: (typeof builtInRules)[number]) => boolean) =>
    builtInRules.filter(has).map(({ id }) => id.slice(3));
  expect(ids(({ min_evidence }) => min_evidence === 'L2')).toEqual([
    ...['06', '09', '11', '12', '18', '20'],
  ]);
  expect(ids(({ independent }) => independent === true)).toEqual([
    ...['01', '02', '03', '04', '07', '18', '20'],
  ]);
  const barred = builtInRules.flatMap(({ id, block }) => (block ? [[id, ...block]] : []));
  expect(barred).toEqual([
    ['DR-11', 'program_manager', 'owner'],
    ['DR-16', 'program_manager'],
    ['DR-20', 'program_manager'],
  ]);
});

import { expect, test } from 'vitest';
import { withChanges } from '../program/with-changes.ts';
import { aProgram } from './a-program.ts';
import type { BadgeExtras } from './badge-facts.ts';
import { badgesFor, recordBadges, withheldCount } from './badges-for.ts';
import type { PageContext } from './context.ts';
import { buildIndex } from './context-index.ts';
import { findMatches } from './find-matches.ts';
import { shortName } from './short-name.ts';
import { tableDay, tableProgram } from './table-program.ts';

type Fields = Record<string, unknown>;
const asOf = tableDay;
const pull: PageContext = { host: 'github.com', repo: 'acme/pay', number: 9 };
const charter = { integrations: { github: { repos: ['acme/pay'] } } };

function badges(
  records: readonly (Fields & { id: string })[],
  page: PageContext,
  extras: BadgeExtras = {},
) {
  const program = aProgram(records, { charter });
  const matches = findMatches(buildIndex(program), program, page);
  return badgesFor(matches, program, asOf, page, extras);
}
const states = (...args: Parameters<typeof badges>) =>
  badges(...args).map(({ id, level, state }) => [id, level, state.code]);

const everything = { ...pull, body: 'Program-Item: M-4, M-3, R-12, R-18, I-7, D-24, D-21, G-2' };
const matches = findMatches(buildIndex(tableProgram), tableProgram, everything);
const critical = [{ at: '2026-03-02', probability: 5, impact: { cost: 5 } }];

test('four kinds in one order, the worst named, the others behind +n', () => {
  const found = badgesFor(matches, tableProgram, asOf, everything);
  expect(found.map(({ kind, id, more }) => [kind, id, more])).toEqual([
    ['milestone', 'M-4', ['M-3']],
    ['risk', 'R-12', ['I-7', 'R-18']],
    ['provides', 'D-21', ['D-24']],
    ['gate', 'G-2', []],
  ]);
  expect(recordBadges(matches, tableProgram, asOf, everything)).toHaveLength(8);
});

test('Jira may show what it needs and what it provides side by side', () => {
  const records = [
    { id: 'D-1', consumer: { item: 'PAY-1' }, need_by: '2026-06-01', lead_time_days: 5 },
    { id: 'D-2', provider: { item: 'PAY-1' }, need_by: '2026-06-01' },
  ];
  expect(badges(records, { key: 'PAY-1' }).map(({ kind }) => kind)).toEqual(['needs', 'provides']);
});

test.each<[string, Fields, unknown[]]>([
  [
    'overdue before late',
    { committed_date: '2026-03-05', forecast_date: '2026-04-01' },
    ['critical', 'state.overdue'],
  ],
  ['due today is not overdue', { committed_date: asOf, forecast_date: asOf }, ['low', 'state.due']],
  [
    'late inside is high',
    { committed_date: '2026-05-01', forecast_date: '2026-05-05' },
    ['high', 'state.late'],
  ],
  [
    'late outside is critical',
    { committed_date: '2026-05-01', forecast_date: '2026-05-05', type: 'external' },
    ['critical', 'state.late'],
  ],
  ['deferred', { status: 'deferred' }, ['unknown', 'state.deferred']],
  ['nothing planned yet', { status: 'planned' }, ['unknown', 'state.no_date']],
])('milestone: %s', (_name, fields, expected) => {
  const milestone = {
    id: 'M-4',
    status: 'committed',
    forecast_history: [{ as_of: '2026-03-06', date: fields.forecast_date ?? '2026-05-01' }],
    ...fields,
  };
  expect(states([milestone], { ...pull, title: '[M-4]' })).toEqual([['M-4', ...expected]]);
});

test('a gate near its review with open mandatory checks speaks before "at risk"', () => {
  const records = [
    {
      id: 'M-4',
      status: 'committed',
      committed_date: '2026-05-01',
      forecast_date: '2026-05-01',
      forecast_history: [{ as_of: '2026-03-06', date: '2026-05-01' }],
      gate: 'G-2',
    },
    { id: 'G-2', review_date: '2026-03-13', decider: 'maria' },
    { id: 'G-2.1' },
  ];
  expect(states(records, { ...pull, title: '[M-4]' })).toEqual([
    ['M-4', 'critical', 'state.gate_not_passed'],
    ['G-2', 'critical', 'state.checks_open'],
  ]);
});

test('by path only what is open is shown; who is named is shown also when it is over', () => {
  const records = [
    { id: 'R-1', status: 'closed', closed_on: '2026-02-01', paths: ['acme/pay:src/**'] },
    { id: 'R-2', status: 'proposed', paths: ['acme/pay:src/**'] },
  ];
  const page = { ...pull, paths: ['src/a.ts'] };
  expect(states(records, page)).toEqual([['R-2', 'unknown', 'state.not_rated']]);
  expect(states(records, { ...pull, body: 'Program-Item: R-1' })).toEqual([
    ['R-1', 'done', 'state.closed'],
  ]);
});

test('an uncommitted need is high, a blocked one at least medium, an accepted one done', () => {
  const need = { id: 'D-1', consumer: { item: 'PAY-1' }, need_by: '2026-04-02' };
  const committed = { ...need, status: 'committed', committed_date: '2026-04-02' };
  const page = { key: 'PAY-1' };
  expect(states([need], page)).toEqual([['D-1', 'high', 'state.not_committed']]);
  expect(states([committed], page)).toEqual([['D-1', 'low', 'state.due']]);
  const blocked = { since: '2026-03-01', reason: 'no slot' };
  expect(states([{ ...committed, blocked }], page)[0]?.[1]).toBe('medium');
  expect(states([{ ...committed, status: 'accepted' }], page)[0]?.[1]).toBe('done');
});

test('nothing classified above internal is drawn into a page, not even as a reason', () => {
  const records = [
    {
      id: 'M-4',
      status: 'committed',
      committed_date: '2026-05-01',
      forecast_date: '2026-05-01',
      forecast_history: [{ as_of: '2026-03-06', date: '2026-05-01' }],
    },
    {
      id: 'R-9',
      title: 'The secret deal',
      status: 'open',
      classification: 'confidential',
      affects: ['M-4'],
      paths: ['acme/pay:**'],
      assessments: critical,
    },
    {
      id: 'D-9',
      classification: 'restricted',
      paths: ['acme/pay:**'],
      consumer: { milestone: 'M-4' },
    },
  ];
  const page = { ...pull, paths: ['src/a.ts'] };
  const found = badges(records, page);
  expect(found.map(({ id, level }) => [id, level])).toEqual([['M-4', 'critical']]);
  expect(JSON.stringify(found)).not.toMatch(/R-9|D-9|secret/);
  expect(found[0]?.why.at(-1)).toMatchObject({ code: 'why.withheld', facts: { count: 1 } });
  const program = aProgram(records, { charter });
  expect(withheldCount(findMatches(buildIndex(program), program, page))).toBe(2);
  expect(badges(records, page, { shownIn: 'own' })).toHaveLength(3);
});

test('a broken file that the page names says so, and nothing else does', () => {
  const program = withChanges(aProgram([], { charter }), [
    { path: 'risks/R-19.yaml', text: 'a: [' },
  ]);
  const of = (page: PageContext) =>
    badgesFor(findMatches(buildIndex(program), program, page), program, asOf, page);
  expect(of({ ...pull, body: 'R-19' })).toMatchObject([
    { id: 'R-19', kind: 'risk', level: 'unknown', state: { code: 'state.unreadable' } },
  ]);
  expect(of(pull)).toEqual([]);
});

test('only https addresses leave the core', () => {
  const external = [
    { system: 'url', key: 'a', url: 'javascript:alert(1)' },
    { system: 'url', key: 'b', url: 'https://acme.example/b' },
  ];
  const [badge] = badges([{ id: 'I-1', external }], { ...pull, body: 'I-1' });
  expect(badge?.external?.map(({ url }) => url)).toEqual([undefined, 'https://acme.example/b']);
});

test('short names are cut at 24 characters on a word', () => {
  expect(shortName('Payments live for first customers')).toBe('Payments live for first…');
  expect(shortName('Twenty-four letters long')).toBe('Twenty-four letters long');
  expect([...shortName('Donaudampfschifffahrtsgesellschaft')]).toHaveLength(24);
});

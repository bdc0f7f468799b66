import { expect, test } from 'vitest';
import type { BadgeExtras } from '../context/badge-facts.ts';
import { badgesFor } from '../context/badges-for.ts';
import type { PageContext } from '../context/context.ts';
import { buildIndex } from '../context/context-index.ts';
import { findMatches } from '../context/find-matches.ts';
import { tableDay, tableProgram } from '../context/table-program.ts';
import { accessibleName, type BadgePlace, badgeText, sayBadgeState } from './say-badge.ts';

const index = buildIndex(tableProgram);
const pull = (page: PageContext): PageContext => ({
  host: 'github.com',
  repo: 'acme/pay',
  ...page,
});
const named = (ids: string) => pull({ body: `Program-Item: ${ids}` });

function badgeOf(page: PageContext, id: string, extras: BadgeExtras = {}) {
  const badges = badgesFor(
    findMatches(index, tableProgram, page),
    tableProgram,
    tableDay,
    page,
    extras,
  );
  const badge = badges.find((each) => each.id === id);
  if (badge === undefined) throw new Error(`no badge for ${id}`);
  return badge;
}

const p80 = new Map([['M-6', { p80: '2026-05-07' }]]);
const retry = pull({ paths: ['src/retry/a.ts'] });
const gateway = pull({ paths: ['src/gateway/a.ts'] });
const conflict = { conflicts: new Map([['M-4', { field: 'forecast_date', count: 2 }]]) };

/** The table of design/interaction.md section 2, row by row. */
test.each<[number, PageContext, string, BadgeExtras, BadgePlace, string, string]>([
  [
    1,
    named('M-4'),
    'M-4',
    {},
    'strip',
    'M-4 Payments live for first… 5 days late',
    'Milestone M-4, Payments live for first customers, 5 working days late, committed 12 June. Open details',
  ],
  [
    2,
    named('M-6'),
    'M-6',
    { computed: p80 },
    'strip',
    'M-6 Checkout on new path at risk',
    'Milestone M-6, Checkout on new path, at risk: 80 percent date is 7 May. Open details',
  ],
  [
    3,
    named('M-3'),
    'M-3',
    {},
    'strip',
    'M-3 Settlement reconciled due 22 May',
    'Milestone M-3, Settlement reconciled, on track, due 22 May. Open details',
  ],
  [
    4,
    named('M-9'),
    'M-9',
    {},
    'strip',
    'M-9 Support team trained forecast 16 days old',
    'Milestone M-9, Support team trained, not known: forecast is 16 days old. Open details',
  ],
  [
    5,
    named('M-1'),
    'M-1',
    {},
    'strip',
    'M-1 Ledger schema frozen achieved 20 Feb',
    'Milestone M-1, Ledger schema frozen, achieved 20 February. Open details',
  ],
  [
    6,
    retry,
    'R-12',
    {},
    'strip',
    'R-12 critical +1',
    '2 open risks on files of this pull request, worst R-12 critical. Open details',
  ],
  [
    7,
    gateway,
    'R-18',
    {},
    'file',
    'R-18 medium',
    'Risk R-18, Retry storm when the gateway times out, medium, matches this file. Open details',
  ],
  [
    8,
    named('I-7'),
    'I-7',
    {},
    'strip',
    'I-7 Staging drops webhooks… high',
    'Issue I-7, Staging drops webhooks under load, high. Open details',
  ],
  [
    9,
    gateway,
    'D-24',
    {},
    'strip',
    'D-24 Orders waits due 27 Mar',
    'Dependency D-24, team Orders waits for this, due 27 March, on time. Open details',
  ],
  [
    10,
    { key: 'PAY-231' },
    'D-21',
    {},
    'strip',
    'D-21 Northgate 10 days late',
    'Dependency D-21, needed from Northgate by 13 April, offered 27 April, 10 working days late. Open details',
  ],
  [
    11,
    pull({ body: 'D-28' }),
    'D-28',
    {},
    'strip',
    'D-28 Platform not committed',
    'Dependency D-28, needed from Platform by 2 April, no committed date. Open details',
  ],
  [
    12,
    gateway,
    'G-2',
    {},
    'strip',
    'G-2 2 of 3 checks open',
    'Gate G-2, Go/no-go, 2 of the 3 checks this change must meet are open. Open details',
  ],
  [
    13,
    named('R-22'),
    'R-22',
    { unpublished: new Set(['R-22']) },
    'strip',
    'R-22 Retry limit too low high, saved, not published',
    'Risk R-22, Retry limit too low, high. Saved on this machine, not published. Open details',
  ],
  [
    14,
    named('M-4'),
    'M-4',
    conflict,
    'strip',
    'M-4 Payments live for first… 5 days late, 2 forecasts',
    'Milestone M-4, 5 working days late. Conflict: 2 forecasts. Choose one',
  ],
  [
    15,
    { key: 'PAY-9', title: '[M-4]' },
    'M-4',
    {},
    'card',
    '5 days late',
    'Milestone M-4, 5 working days late',
  ],
])('row %i of the table', (_row, page, id, extras, place, text, name) => {
  const badge = badgeOf(page, id, extras);
  expect(badgeText(badge, place)).toBe(text);
  expect(accessibleName(badge, place)).toBe(name);
});

test('a row drops the short name, a card the id too; the state is never cut', () => {
  const badge = badgeOf(named('M-4'), 'M-4');
  expect(badgeText(badge, 'row')).toBe('M-4 5 days late');
  expect(badgeText(badge, 'card')).toBe('5 days late');
  expect(sayBadgeState(badge)).toBe('5 days late');
});

import { expect, test } from 'vitest';
import { aFigure } from './a-figure.ts';

const gate = (id: string, outcome: string, applicable: number, met: number, more = {}) => ({
  id,
  status: 'decided',
  decision: {
    outcome,
    at: '2026-03-10',
    by: 'maria',
    snapshot: {
      applicable,
      met,
      waived: 1,
      not_met: Math.max(0, applicable - met - 1),
      mandatory_unmet: 0,
      signoffs_ok: true,
      as_of: '2026-03-10',
      ...more,
    },
  },
});
const rate = (records: Parameters<typeof aFigure>[1]) => aFigure('readiness_pass_rate', records);

test('17 of 19 met and one waived is 89.5% strict, 94.7% with waivers', () => {
  const kpi = rate([gate('G-1', 'no_go', 19, 17)]);
  expect(kpi.value).toBeCloseTo(89.47, 2);
  expect(kpi.details.with_waivers).toBeCloseTo(94.74, 2);
  expect(kpi).toMatchObject({ n: 1, numerator: 17, denominator: 19, status: 'breach' });
});

test('several gates are pooled', () => {
  const kpi = rate([gate('G-1', 'go', 10, 10), gate('G-2', 'conditional_go', 30, 20)]);
  expect(kpi.value).toBe(75);
});

test('a full score with a mandatory criterion unmet is not ok', () => {
  expect(rate([gate('G-1', 'no_go', 10, 10, { mandatory_unmet: 1 })]).status).toBe('warn');
  expect(rate([gate('G-1', 'go', 10, 10)]).status).toBe('ok');
});

test('a deferred gate is no go or no go, and no gate at all is no figure', () => {
  expect(rate([gate('G-1', 'deferred', 10, 5)]).value).toBeNull();
  expect(rate([]).value).toBeNull();
});

test('a decision without its snapshot is named', () => {
  const bare = {
    id: 'G-1',
    status: 'decided',
    decision: { outcome: 'go', at: '2026-03-10', by: 'm' },
  };
  expect(rate([bare]).excluded).toEqual([{ id: 'G-1', reason: 'missing-snapshot' }]);
});

test('without a decided gate those in review are read live; an expired waiver does not count', () => {
  const criterion = (n: number, status: string, more = {}) => ({ id: `G-1.${n}`, status, ...more });
  const waiver = (expires: string) => ({
    waiver: { by: 'maria', at: '2026-02-01', reason: 'later', expires },
  });
  const kpi = rate([
    { id: 'G-1', status: 'in_review' },
    criterion(1, 'met'),
    criterion(2, 'waived', { ...waiver('2026-03-31'), mandatory: false }),
    criterion(3, 'waived', waiver('2026-03-30')),
    criterion(4, 'not_applicable'),
  ]);
  expect(kpi).toMatchObject({ numerator: 1, denominator: 3, details: { in_progress: true } });
  expect(kpi.details.with_waivers).toBeCloseTo(66.67, 1);
  expect(kpi.details.mandatory_unmet).toBe(1);
});

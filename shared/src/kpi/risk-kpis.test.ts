import { expect, test } from 'vitest';
import { aFigure } from './a-figure.ts';

const rated = (id: string, at: string, p: number, more = {}) => ({
  id,
  status: 'open',
  owner: 'ana',
  raised: '2026-01-01',
  assessments: [{ at, probability: p, impact: { cost: 4 } }],
  ...more,
});
const count = (records: Parameters<typeof aFigure>[1]) => aFigure('critical_risk_count', records);
const burn = (records: Parameters<typeof aFigure>[1]) => aFigure('risk_burn_down', records);

test('critical threats in open and treating are counted, accepted ones apart', () => {
  const kpi = count([
    rated('R-1', '2026-02-01', 4),
    rated('R-2', '2026-02-01', 2),
    rated('R-3', '2026-02-01', 5, { status: 'accepted' }),
    rated('R-4', '2026-02-01', 5, { kind: 'opportunity' }),
  ]);
  expect(kpi).toMatchObject({ value: 1, n: 2, numerator: 1, denominator: null, status: 'breach' });
  expect(kpi.details).toMatchObject({ accepted: 1, unmanaged: 1, unrated: 0 });
});

test('no open risk is no figure; unrated ones are named, proposed too', () => {
  expect(count([]).value).toBeNull();
  const kpi = count([
    { id: 'R-1', status: 'proposed' },
    { id: 'R-2', status: 'open' },
  ]);
  expect(kpi.excluded.map(({ id }) => id)).toEqual(['R-1', 'R-2']);
  expect(kpi.details.unrated).toBe(2);
});

test('a managed critical risk keeps the status ok', () => {
  const managed = rated('R-1', '2026-03-25', 4, {
    response: { strategy: 'mitigate', due: '2026-05-01' },
  });
  expect(count([managed])).toMatchObject({ value: 1, status: 'ok', details: { unmanaged: 0 } });
});

const reassessed = (id: string, to: number) =>
  rated(id, '2026-02-01', 4, {
    assessments: [
      { at: '2026-02-01', probability: 4, impact: { cost: 4 } },
      { at: '2026-03-10', probability: to, impact: { cost: 4 } },
    ],
  });

test('closed and down a level is burned, unchanged is not', () => {
  const closed = { status: 'closed', closed_on: '2026-03-05' };
  const kpi = burn([
    rated('R-1', '2026-02-01', 4, { ...closed, outcome: 'mitigated' }),
    reassessed('R-2', 3),
    reassessed('R-3', 5),
    rated('R-4', '2026-02-01', 4, { ...closed, outcome: 'duplicate' }),
  ]);
  expect(kpi).toMatchObject({ value: 50, n: 4 });
});

test('the cohort is what was open the day before; ten at most; none is no figure', () => {
  const later = rated('R-1', '2026-02-01', 4, { raised: '2026-03-01' });
  expect(burn([later])).toMatchObject({ value: null, n: 0 });
  const dozen = Array.from({ length: 12 }, (_, n) => rated(`R-${n + 1}`, '2026-02-01', 4));
  expect(burn(dozen).n).toBe(10);
});

test('events on the first day of the window belong to it', () => {
  const first = rated('R-1', '2026-02-01', 4, {
    status: 'closed',
    closed_on: '2026-03-01',
    outcome: 'avoided',
  });
  expect(burn([first]).value).toBe(100);
});

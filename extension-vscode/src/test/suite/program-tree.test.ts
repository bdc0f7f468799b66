import * as assert from 'node:assert/strict';
import { rowAt, rows, setSetting } from './helpers.ts';

const labels = async () => (await rows()).map((row) => row.label);

describe('the Program tree on the example program', () => {
  before(() => setSetting('asOf', '2026-03-10'));

  it('shows milestones by day, those that are over last, then RAID, decisions and changes', async () => {
    const all = await labels();
    const ids = all.filter((label) => /^M-/.test(label)).map((label) => label.split(' ')[0]);
    assert.equal(ids[0], 'M-2');
    assert.deepEqual(ids.slice(-2), ['M-1', 'M-10']);
    assert.deepEqual(all.slice(-3), ['RAID log', 'Decisions', 'Changes']);
  });

  it('puts gates, criteria by category and dependencies under their milestone', async () => {
    const gate = await rowAt('M-4', 'G-2');
    assert.match(gate.description, /Fri 5 Jun · \d+ of \d+/);
    const criterion = await rowAt('M-4', 'G-2', 'Rollback', 'G-2.3');
    assert.match(criterion.description, /^62 min, target 45/);
    assert.deepEqual(criterion.icon, { glyph: 'criterion-unmet', level: 'critical' });
    assert.equal((await rowAt('M-4', 'D-21')).context, 'dependency');
  });

  it('says how late the promised milestone is', async () => {
    assert.match((await rowAt('M-4')).description, /5 days late/);
  });

  it('shows an architecture sign-off that covers older criteria as stale', async () => {
    const row = await rowAt('M-2', 'G-1', 'Sign-offs', 'Architecture');
    assert.match(row.description, /^stale/);
  });
});

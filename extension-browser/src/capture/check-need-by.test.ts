import { describe, expect, test } from 'vitest';
import { checkNeedBy, workdaysUntil } from './check-need-by.ts';

const calendar = {
  today: '2026-03-10',
  workdays: [1, 2, 3, 4, 5],
  holidays: [
    { day: '2026-04-03', name: 'Good Friday' },
    { day: '2026-04-06', name: 'Easter Monday' },
  ],
};

describe('the need-by date', () => {
  test('counts working days after today, without the holiday', () => {
    expect(workdaysUntil('2026-03-11', calendar)).toBe(1);
    // 14 to 31 March and 1, 2 April make 17; the 3rd is Good Friday.
    expect(workdaysUntil('2026-04-03', calendar)).toBe(workdaysUntil('2026-04-02', calendar));
    expect(workdaysUntil('2026-04-13', calendar)).toBe(22);
  });

  test('names a holiday and proposes the working day before it', () => {
    expect(checkNeedBy('2026-04-03', calendar)).toEqual({
      error: 'Good Friday is not a working day. Use Thu 2 Apr.',
    });
  });

  test('goes back over a long weekend', () => {
    expect(checkNeedBy('2026-04-06', calendar)).toEqual({
      error: 'Easter Monday is not a working day. Use Thu 2 Apr.',
    });
  });

  test('refuses a day that has passed', () => {
    expect(checkNeedBy('2026-03-09', calendar)).toEqual({
      error: 'This day has passed. Choose a later one.',
    });
  });

  test('says how many working days a good date leaves', () => {
    expect(checkNeedBy('2026-04-13', calendar)).toEqual({
      note: 'Leaves 22 working days',
      tight: false,
    });
  });
});

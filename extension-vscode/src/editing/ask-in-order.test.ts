import { expect, test, vi } from 'vitest';
import { askInOrder } from './ask-in-order.ts';

test('every question sees the answers before it', async () => {
  const answers = await askInOrder<{ first: number; second: number }>({
    first: () => 2,
    second: async ({ first = 0 }) => first * 10,
  });
  expect(answers).toEqual({ first: 2, second: 20 });
});

test('backing out of one question asks no further one', async () => {
  const last = vi.fn(() => 'x');
  const answers = await askInOrder<{ first: string; second: string; last: string }>({
    first: () => '',
    second: async () => undefined,
    last,
  });
  expect(answers).toBeUndefined();
  expect(last).not.toHaveBeenCalled();
});

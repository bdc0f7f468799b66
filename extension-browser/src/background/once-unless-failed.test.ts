import { expect, test } from 'vitest';
import { onceUnlessFailed } from './once-unless-failed.ts';

test('work is done once and shared', async () => {
  let calls = 0;
  const read = onceUnlessFailed(async () => ++calls);
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  expect(await read()).toBe(1);
});

test('work that failed is tried again by the next who asks', async () => {
  let calls = 0;
  const read = onceUnlessFailed(async () => {
    if (++calls === 1) throw new Error('broken storage');
    return calls;
  });
  await expect(Promise.all([read(), read()])).rejects.toThrow('broken storage');
  expect(await read()).toBe(2);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDelta } from './apply-delta.ts';
import { makeDelta } from './make-delta.ts';

test('a delta makes its target of its base, whatever the two are', () => {
  const bytes = fc.uint8Array({ maxLength: 600, max: 2 });
  fc.assert(
    fc.property(bytes, bytes, bytes, bytes, (start, old, middle, end) => {
      const base = Uint8Array.from([...start, ...old, ...end]);
      const target = Uint8Array.from([...start, ...middle, ...end]);
      expect(applyDelta(base, makeDelta(base, target))).toEqual(target);
    }),
  );
});

test('one line of a large folder is sent as little more than itself', () => {
  const base = Uint8Array.from({ length: 400_000 }, (_, at) => (at * 31) % 251);
  const target = base.slice();
  target.fill(7, 200_000, 200_020);
  const delta = makeDelta(base, target);
  expect(applyDelta(base, delta)).toEqual(target);
  expect(delta.length).toBeLessThan(100);
});

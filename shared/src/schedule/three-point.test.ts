import { describe, expect, test } from 'vitest';
import { hashText, seededRandom } from './random.ts';
import { inverse, pertMean, triangular } from './three-point.ts';

const points = { min: 5, likely: 8, max: 14 };

describe('T(5, 8, 14), golden numbers of domain 2.5', () => {
  test('has P50 8.8038 and P80 10.7137', () => {
    expect(triangular(0.5, points)).toBeCloseTo(8.8038, 4);
    expect(triangular(0.8, points)).toBeCloseTo(10.7137, 4);
  });

  test('as beta-PERT has P50 8.382, P80 9.987, P90 10.800 and mean 8.5', () => {
    const beta = inverse('beta-pert', points);
    expect([0.5, 0.8, 0.9].map((u) => beta(u).toFixed(3))).toEqual(['8.382', '9.987', '10.800']);
    const mean = Array.from({ length: 10_000 }, (_, n) => beta((n + 0.5) / 10_000));
    expect(mean.reduce((sum, x) => sum + x) / 10_000).toBeCloseTo(8.5, 3);
    expect(pertMean(points)).toBe(8.5);
  });
});

test('equal points give that number for every draw', () => {
  const constant = { min: 3, likely: 3, max: 3 };
  expect([triangular(0.7, constant), inverse('beta-pert', constant)(0.2)]).toEqual([3, 3]);
});

test('mulberry32 from 42 begins with the published values', () => {
  const next = seededRandom(42);
  const first = [next(), next(), next()].map((value) => value.toFixed(10));
  expect(first).toEqual(['0.6011037519', '0.4482905590', '0.8524657935']);
});

test('FNV-1a gives the published hashes, also past ASCII', () => {
  expect(hashText('')).toBe(0x811c9dc5);
  expect(hashText('a')).toBe(0xe40c292c);
  expect(hashText('foobar')).toBe(0xbf9cf968);
  expect(hashText('é')).not.toBe(hashText('e'));
});

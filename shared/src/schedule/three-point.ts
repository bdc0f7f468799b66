/** Optimistic, likely and pessimistic working days, in that order. */
export type ThreePoint = { min: number; likely: number; max: number };

export type Shape = 'triangular' | 'beta-pert';

/** Mean of the PERT estimate (domain 2.5). */
export const pertMean = ({ min, likely, max }: ThreePoint): number => (min + 4 * likely + max) / 6;

/** Inverse of the triangular distribution; `u` in [0, 1). */
export function triangular(u: number, { min, likely, max }: ThreePoint): number {
  if (max === min) return min;
  const width = max - min;
  return u < (likely - min) / width
    ? min + Math.sqrt(u * width * (likely - min))
    : max - Math.sqrt((1 - u) * width * (max - likely));
}

const STEPS = 4096;

/** Quantiles of Beta(a, b), a, b >= 1, at 0, 1/STEPS … 1, by summing the density over a fine grid. */
function betaQuantiles(a: number, b: number): Float64Array {
  const grid = 16 * STEPS;
  const sums = new Float64Array(grid + 1);
  for (let cell = 0; cell < grid; cell++) {
    const x = (cell + 0.5) / grid;
    sums[cell + 1] = (sums[cell] as number) + x ** (a - 1) * (1 - x) ** (b - 1);
  }
  const total = sums[grid] as number;
  const quantiles = new Float64Array(STEPS + 1);
  let cell = 0;
  for (let step = 0; step <= STEPS; step++) {
    const wanted = (step / STEPS) * total;
    while (cell < grid && (sums[cell + 1] as number) < wanted) cell++;
    const below = sums[cell] as number;
    const inside = (sums[Math.min(cell + 1, grid)] as number) - below;
    quantiles[step] = Math.min(1, (cell + (inside > 0 ? (wanted - below) / inside : 0)) / grid);
  }
  return quantiles;
}

/** Inverse of a three-point distribution as a function of one uniform number (domain 2.5). */
export function inverse(shape: Shape, points: ThreePoint): (u: number) => number {
  const { min, likely, max } = points;
  if (shape === 'triangular' || max === min) return (u) => triangular(u, points);
  const width = max - min;
  const table = betaQuantiles(1 + (4 * (likely - min)) / width, 1 + (4 * (max - likely)) / width);
  return (u) => {
    const at = u * STEPS;
    const low = Math.floor(at);
    const from = table[low] as number;
    const to = table[Math.min(low + 1, STEPS)] as number;
    return min + width * (from + (at - low) * (to - from));
  };
}

import type { Exclusion, Figure, KpiItem, Measured } from './kpi.ts';

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length;

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** `sorted[ceil(q·n) − 1]`; null when there is nothing. */
export const percentile = (values: readonly number[], q: number): number | null =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(q * values.length) - 1)] ?? null;

/** Numerator of denominator in percent; null when the denominator is 0. */
export const percent = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : (100 * numerator) / denominator;

/** A mean with its sum and n (readings K0.fields). */
export function meanFigure(values: readonly number[]): Figure {
  const value = mean(values);
  return {
    value,
    n: values.length,
    numerator: value === null ? null : sum(values),
    denominator: value === null ? null : values.length,
  };
}

export const shareFigure = (numerator: number, denominator: number): Figure => ({
  value: percent(numerator, denominator),
  n: denominator,
  numerator,
  denominator,
});

/** Gathers what entered a figure and what was left out, in reading order. */
export class Tally {
  readonly items: KpiItem[] = [];
  readonly excluded: Exclusion[] = [];

  count(id: string, value?: number): void {
    this.items.push(value === undefined ? { id } : { id, value });
  }

  leaveOut(id: string, reason: string): void {
    this.excluded.push({ id, reason });
  }

  /** Contributions in the order counted. */
  get values(): number[] {
    return this.items.flatMap(({ value }) => (value === undefined ? [] : [value]));
  }

  /** How many of the yes-or-no contributions were yes. */
  get good(): number {
    return this.items.filter(({ value }) => value === 1).length;
  }

  figure(figure: Figure, details: Measured['details'] = {}): Measured {
    return { ...figure, items: this.items, excluded: this.excluded, details };
  }
}

import type { Program } from '@milepost/shared/program/program';

/** A day for people: the day itself, or a dash where there is none. */
export const dayOrDash = (day: string | null | undefined): string => day ?? '–';

/** Full precision in JSON; one decimal, without a needless `.0`, for people. */
export const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? 'none' : String(Math.round(value * 10) / 10);

export const percent = (value: number | null | undefined): string =>
  value === null || value === undefined ? 'none' : `${figure(value)}%`;

/** `+5`, `0`, `−2`: late is positive (domain 2.3). */
export const signed = (value: number): string =>
  value > 0 ? `+${figure(value)}` : figure(value).replace('-', '−');

export const titleOf = (program: Program, id: string): string =>
  program.records.get(id)?.data.title ?? '';

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

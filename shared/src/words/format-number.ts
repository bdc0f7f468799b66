/** `1 day`, `104 days`, `0 days`. Weeks are never used. */
export const countOf = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** `+5`, `−2` with a true minus, `0`. Positive is late or over. */
export function signed(value: number): string {
  if (value === 0) return '0';
  return value > 0 ? `+${value}` : `−${-value}`;
}

/** `18,000`, no cents, a true minus. */
export function wholeNumber(value: number): string {
  const digits = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, ',');
  return value < 0 && digits !== '0' ? `−${digits}` : digits;
}

/**
 * Percent without decimals, except when rounding would cross the threshold it is read beside: 94.7 stays `94.7%` beside
 * 95 (design/interaction.md section 2).
 */
export function percent(value: number, threshold?: number): string {
  const rounded = Math.round(value);
  const crosses = threshold !== undefined && value < threshold !== rounded < threshold;
  if (!crosses) return `${rounded}%`;
  // One decimal is cut, not rounded, so that the figure stays on its own side.
  const cut = value < threshold ? Math.floor(value * 10) / 10 : Math.ceil(value * 10) / 10;
  return `${cut}%`;
}

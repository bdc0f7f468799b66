/** What people write where no release is named. */
const PLACEHOLDER = /^(?:|tbd|todo|n\/?a|none|never|x\.y|v?0\.0)$/i;

/** `none`: nothing is named; `unknown`: something is, but it is no release. */
export type ReadRelease = { minor: number } | 'none' | 'unknown';

/**
 * `v1.37`, `1.37` and `v1.37.0` are 37. A bare YAML number is no release: 1.30 and 1.3 are one number.
 */
export function readRelease(value: unknown): ReadRelease {
  if (value === undefined || value === null) return 'none';
  if (typeof value !== 'string') return 'unknown';
  const text = value.trim();
  if (PLACEHOLDER.test(text)) return 'none';
  const minor = /^v?1\.([1-9]\d?)(?:\.0)?$/.exec(text)?.[1];
  return minor === undefined ? 'unknown' : { minor: Number(minor) };
}

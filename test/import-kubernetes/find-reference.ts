/** What a `see-also` entry points to: a KEP that may be in the source, a web page, or nothing. */
export type Reference =
  | { is: 'kep'; number: number; url: string | undefined }
  | { is: 'page'; url: string }
  | { is: 'nothing' }
  | { is: 'unknown' };

const NOTHING = /^(?:n\/?a|none|tbd|todo|-)$/i;
const WEB = /https:\/\/[^\s)\]]+/;

/** Numbers with a leading zero (`0006-apply.md`) are of an older numbering and name no KEP of today. */
const KEP_NUMBERS: readonly RegExp[] = [
  /keps?\/(?:prod-readiness\/)?sig-[a-z-]+\/(?:[a-z-]+\/)?([1-9]\d{0,3})(?:-|\/|\.yaml$|$)/,
  /kubernetes\/enhancements\/issues\/([1-9]\d{0,3})(?!\d)/,
  /^kep[- ]?([1-9]\d{0,3})$/i,
  /^([1-9]\d{0,3})$/,
];

/** Reads one entry of `see-also`, `replaces` or `superseded-by`. */
export function findReference(text: string): Reference {
  if (NOTHING.test(text)) return { is: 'nothing' };
  const url = WEB.exec(text)?.[0];
  for (const pattern of KEP_NUMBERS) {
    const number = pattern.exec(text)?.[1];
    if (number !== undefined) return { is: 'kep', number: Number(number), url };
  }
  return url === undefined ? { is: 'unknown' } : { is: 'page', url };
}

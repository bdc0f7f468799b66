export type Tone = 'plain' | 'strong' | 'muted' | 'critical' | 'high' | 'medium' | 'low';

const CODES: Record<Tone, readonly [number, number] | undefined> = {
  plain: undefined,
  strong: [1, 22],
  muted: [2, 22],
  critical: [31, 39],
  high: [33, 39],
  medium: [33, 39],
  low: [32, 39],
};

/** Paints text for a terminal; without colour the words alone carry the meaning. */
export const paint = (text: string, tone: Tone, colour: boolean): string => {
  const codes = CODES[tone];
  return colour && codes ? `\u001b[${codes[0]}m${text}\u001b[${codes[1]}m` : text;
};

// Control and direction characters could rewrite the terminal of whoever reads a hostile record.
const UNSAFE = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;

/** Repository text made safe for a terminal: no control or direction characters. */
export const plainText = (text: string): string => text.replaceAll(UNSAFE, '');

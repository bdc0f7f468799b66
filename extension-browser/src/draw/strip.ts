import type { BadgesAnswer, DrawnBadge, DrawnNote } from '../messages/message.ts';
import { drawBadge } from './badge.ts';
import { element, onTrustedClick } from './element.ts';
import { drawPlain } from './glyph.ts';
import { rove } from './rove.ts';

export type StripParts = {
  label: string;
  answer: BadgesAnswer;
  /** Only the worst badge, where the page left no row of our own. */
  single: boolean;
  open: (badge: DrawnBadge, button: HTMLButtonElement) => void;
  /** Buttons at the end of the strip. */
  actions?: readonly HTMLButtonElement[];
};

const drawNote = (note: DrawnNote): HTMLElement =>
  element('span', { class: 'note' }, drawPlain(note.glyph, 14), element('span', {}, note.text));

const RANK = ['critical', 'high', 'medium', 'unknown', 'low', 'done'] as const;

/** One badge standing for all: the worst, `+n` for the rest. */
function worstOf(badges: readonly DrawnBadge[]): readonly DrawnBadge[] {
  const [worst] = badges.toSorted((a, b) => RANK.indexOf(a.level) - RANK.indexOf(b.level));
  return worst ? [{ ...worst, more: worst.more + badges.length - 1 }] : [];
}

/** The row of badges: one tab stop, arrows inside (design/interaction.md sections 4 and 7). */
export function drawStrip(parts: StripParts, signal: AbortSignal): HTMLElement {
  const { answer } = parts;
  const shown = parts.single ? worstOf(answer.badges) : answer.badges;
  const buttons = shown.map((badge) => {
    const button = drawBadge(badge);
    onTrustedClick(button, () => parts.open(badge, button), signal);
    return button;
  });
  const strip = element(
    'div',
    { class: parts.single ? 'strip single' : 'strip', role: 'group', 'aria-label': parts.label },
    element('span', { class: 'mark' }, drawPlain('mark')),
    ...buttons,
    answer.note && !parts.single ? drawNote(answer.note) : undefined,
    parts.actions?.length ? element('span', { class: 'actions' }, ...parts.actions) : undefined,
  );
  rove(strip, [...buttons, ...(parts.actions ?? [])], signal);
  return strip;
}

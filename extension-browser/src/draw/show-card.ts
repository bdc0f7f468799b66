import type { DrawnCard } from '../messages/message.ts';
import { drawCard } from './card.ts';

const GAP = 8;
const EDGE = 8;

/** Puts the card 8 px from its badge, on the side with room for it, and never outside the window nor over the badge. */
function place(card: HTMLElement, button: HTMLElement): void {
  const badge = button.getBoundingClientRect();
  card.style.maxHeight = '';
  const { width, height } = card.getBoundingClientRect();
  const below = innerHeight - EDGE - badge.bottom - GAP;
  const above = badge.top - GAP - EDGE;
  const isBelow = height <= below || below >= above;
  const room = Math.min(height, Math.max(160, isBelow ? below : above));
  const left = Math.max(EDGE, Math.min(badge.left, innerWidth - width - EDGE));
  card.style.maxHeight = `${room}px`;
  card.style.left = `${left}px`;
  card.style.top = `${isBelow ? badge.bottom + GAP : badge.top - GAP - room}px`;
}

/** Keeps Tab inside the card and Esc closing it. */
function holdKeys(card: HTMLElement, close: () => void, signal: AbortSignal): void {
  const wrap = (event: KeyboardEvent) => {
    const stops = [...card.querySelectorAll<HTMLElement>('button,a[href]')];
    const focused = (card.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    const at = focused ? stops.indexOf(focused) : -1;
    const next = at + (event.shiftKey ? -1 : 1);
    if (at >= 0 && stops[next]) return;
    event.preventDefault();
    stops.at(event.shiftKey ? -1 : 0)?.focus();
  };
  card.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape') close();
      else if (event.key === 'Tab') wrap(event);
    },
    { signal },
  );
}

/**
 * Shows a card for a badge until Esc, a click outside, the close button or `signal`. It lives in the top layer, so the
 * page's own overflow and stacking cannot cut it. Focus moves to its heading and returns to the badge.
 */
export function showCard(
  drawn: DrawnCard,
  button: HTMLButtonElement,
  outer: AbortSignal,
): () => void {
  const ending = new AbortController();
  const signal = AbortSignal.any([outer, ending.signal]);
  const close = () => {
    const had = card.contains((card.getRootNode() as ShadowRoot).activeElement);
    ending.abort();
    if (had) button.focus();
  };
  const card = drawCard(drawn, close, signal);
  signal.addEventListener('abort', () => {
    card.remove();
    button.setAttribute('aria-expanded', 'false');
  });
  button.after(card);
  button.setAttribute('aria-expanded', 'true');
  card.showPopover?.();
  place(card, button);
  const again = () => place(card, button);
  addEventListener('scroll', again, { signal, capture: true, passive: true });
  addEventListener('resize', again, { signal, passive: true });
  addEventListener('pointerdown', (event) => event.composedPath().includes(card) || close(), {
    signal,
    capture: true,
  });
  holdKeys(card, close, signal);
  card.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  return close;
}

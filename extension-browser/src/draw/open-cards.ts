import type { PageContext } from '@milepost/shared/context/context';
import { askFromPage } from '../messages/ask-background.ts';
import type { DrawnBadge } from '../messages/message.ts';
import { showCard } from './show-card.ts';

/** Opens the card of a badge, one at a time; a second click on the same badge closes it. Facts are fetched on the click. */
export function openCards(
  page: PageContext,
  head: string | undefined,
  signal: AbortSignal,
): (badge: DrawnBadge, button: HTMLButtonElement) => void {
  let close: (() => void) | undefined;
  const open = async (badge: DrawnBadge, button: HTMLButtonElement) => {
    const { program, id } = badge;
    const card = await askFromPage({
      type: 'card',
      page,
      program,
      id,
      ...(head && { head }),
    });
    if (!card || !button.isConnected || signal.aborted) return;
    close?.();
    close = showCard(card, button, signal);
  };
  return (badge, button) => {
    const wasOpen = button.getAttribute('aria-expanded') === 'true';
    close?.();
    close = undefined;
    if (!wasOpen) void open(badge, button);
  };
}

import type { DrawnBadge } from '../messages/message.ts';
import { element } from './element.ts';
import { drawKind, drawPlain } from './glyph.ts';

/** `glyph` + `id` + `short name` + `state` + `+n`: a button whose accessible name says all of it in words. */
export function drawBadge(badge: DrawnBadge): HTMLButtonElement {
  const span = (name: string, text: string) => text && element('span', { class: name }, text);
  return element(
    'button',
    {
      type: 'button',
      class: 'badge',
      'data-lv': badge.level,
      'aria-label': badge.label,
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
      tabindex: '-1',
    },
    drawKind(badge.kind, badge.level),
    span('id', badge.id) || undefined,
    span('nm', badge.name) || undefined,
    span('st', badge.state) || undefined,
    badge.more > 0 ? element('span', { class: 'more' }, `+${badge.more}`) : undefined,
    badge.pending
      ? element('span', { class: 'aux' }, drawPlain('pending', 14), badge.pending)
      : undefined,
  );
}

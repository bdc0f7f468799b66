import type { DrawnBadge } from '../messages/message.ts';
import { element } from './element.ts';
import { drawKind, drawPlain } from './glyph.ts';

/**
 * `glyph` + `id` + `short name` + `state` + `+n`. The accessible name says all of it in words; it is text inside the
 * button and no label over it, so that what is seen is not contradicted by what is said.
 */
export function drawBadge(badge: DrawnBadge): HTMLButtonElement {
  const span = (name: string, text: string) =>
    text ? element('span', { class: name, 'aria-hidden': 'true' }, text) : undefined;
  return element(
    'button',
    {
      type: 'button',
      class: 'badge',
      'data-lv': badge.level,
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
      tabindex: '-1',
    },
    drawKind(badge.kind, badge.level),
    span('id', badge.id),
    span('nm', badge.name),
    span('st', badge.state),
    span('more', badge.more > 0 ? `+${badge.more}` : ''),
    badge.pending
      ? element(
          'span',
          { class: 'aux', 'aria-hidden': 'true' },
          drawPlain('pending', 14),
          badge.pending,
        )
      : undefined,
    element('span', { class: 'said' }, badge.label),
  );
}

import type { DrawnCard, DrawnFact } from '../messages/message.ts';
import { words } from '../words.ts';
import { element, onTrustedClick } from './element.ts';
import { drawKind, drawPlain } from './glyph.ts';
import { drawRuler } from './ruler.ts';

const section = (title: string, ...children: (Node | undefined)[]): HTMLElement =>
  element('section', { class: 'sec' }, element('h3', {}, title), ...children);

function drawFact(fact: DrawnFact): HTMLElement {
  return element(
    'li',
    { 'data-lv': fact.level },
    fact.level ? element('span', { class: 'lv' }, drawKind('level', fact.level, 14)) : undefined,
    element(
      'span',
      { class: 'txt' },
      fact.text,
      fact.code ? element('code', {}, fact.code) : undefined,
    ),
    fact.since ? element('span', { class: 'since' }, fact.since) : undefined,
  );
}

const facts = (list: readonly DrawnFact[]): HTMLElement =>
  element('ul', { class: 'facts' }, ...list.map(drawFact));

function drawLinks(card: DrawnCard): HTMLElement | undefined {
  if (!card.links.length) return undefined;
  const links = card.links.map((link) =>
    element('a', { href: link.url, target: '_blank', rel: 'noreferrer noopener' }, link.text),
  );
  return element('span', { class: 'links' }, ...links);
}

function drawMore(card: DrawnCard): HTMLElement | undefined {
  if (!card.more.length) return undefined;
  const rows = card.more.map((row) =>
    element(
      'li',
      { 'data-lv': row.level },
      element('span', { class: 'lv' }, drawKind(row.kind, row.level, 14)),
      element('span', { class: 'txt' }, `${row.id} ${row.title}`),
    ),
  );
  return section(words.cardAlso, element('ul', { class: 'facts' }, ...rows));
}

/** The explaining card: not modal, named by its record, Esc and the close button end it. */
export function drawCard(card: DrawnCard, close: () => void, signal: AbortSignal): HTMLElement {
  const heading = element('h2', { id: 'card-title', class: 'ttl', tabindex: '-1' }, card.title);
  const closer = element(
    'button',
    { type: 'button', class: 'icon', 'aria-label': words.close },
    drawPlain('close'),
  );
  onTrustedClick(closer, close, signal);
  return element(
    'div',
    { class: 'card', role: 'dialog', 'aria-labelledby': 'card-title', popover: 'manual' },
    element(
      'div',
      { class: 'head', 'data-lv': card.level },
      element('span', { class: 'lv' }, drawKind(card.kind, card.level)),
      element('div', { class: 'grow' }, heading, element('p', { class: 'about' }, card.about)),
      closer,
    ),
    card.marks.length ? element('div', { class: 'sec' }, drawRuler(card)) : undefined,
    card.why.length ? section(card.whyTitle, facts(card.why)) : undefined,
    section(words.cardShown, facts(card.shown)),
    card.next ? section(words.cardNext, element('p', {}, card.next)) : undefined,
    drawMore(card),
    element(
      'div',
      { class: 'foot' },
      element('span', { class: 'grow' }, card.source),
      drawLinks(card),
    ),
  );
}

import type { DrawnCard, DrawnMark } from '../messages/message.ts';
import { drawing } from './element.ts';

const WIDTH = 368;
const LINE = 30;
const DAY = 86_400_000;
const LABEL = 96;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

/** Where each date lies on the ruler, with room for the labels at both ends. */
function placesOf(marks: readonly DrawnMark[]): number[] {
  const days = marks.map((mark) => dayNumber(mark.day));
  const first = Math.min(...days);
  const span = Math.max(...days) - first || 1;
  return days.map((day) => Math.round(LABEL / 2 + ((day - first) / span) * (WIDTH - LABEL)));
}

function drawMark(mark: DrawnMark, x: number): SVGElement {
  const open = mark.role === 'baseline' || mark.role === 'committed';
  return drawing('path', {
    d: `M${x} ${LINE - 6}l6 6l-6 6l-6 -6z`,
    class: `mark-${mark.role}`,
    fill: open ? 'var(--mp-surface-raised)' : 'currentColor',
    'stroke-width': 1.5,
    'stroke-dasharray': mark.role === 'baseline' ? '2 2' : undefined,
  });
}

/** A label above or below its mark: committed and actual below, the others above, so that neighbours do not collide. */
function drawLabel(mark: DrawnMark, x: number): SVGElement {
  const below = mark.role === 'committed' || mark.role === 'actual';
  const side = x < LABEL ? 'start' : x > WIDTH - LABEL ? 'end' : 'middle';
  const at = side === 'start' ? x - 8 : side === 'end' ? x + 8 : x;
  return drawing(
    'text',
    { x: at, y: below ? 56 : 12, 'text-anchor': side, class: `label-${mark.role}` },
    mark.text,
  );
}

/** The dates of a record on one line; drawn from real dates, read out as one sentence. */
export function drawRuler(card: DrawnCard): SVGSVGElement {
  const places = placesOf(card.marks);
  const at = (role: DrawnMark['role']) =>
    places[card.marks.findIndex((mark) => mark.role === role)];
  const [from, to] = [at('committed'), at('forecast')];
  const late = from !== undefined && to !== undefined && to > from;
  return drawing(
    'svg',
    {
      class: 'ruler',
      'data-lv': card.level,
      viewBox: `0 0 ${WIDTH} 64`,
      height: 64,
      role: 'img',
      'aria-label': card.marks.map((mark) => mark.text).join(', '),
    },
    drawing('path', { d: `M0 ${LINE}H${WIDTH}`, class: 'axis' }),
    late ? drawing('path', { d: `M${from} ${LINE}H${to}`, class: 'gap' }) : undefined,
    ...card.marks.map((mark, index) => drawMark(mark, places[index] ?? 0)),
    ...card.marks.map((mark, index) => drawLabel(mark, places[index] ?? 0)),
  );
}

import type { BadgeKind, BadgeLevel } from '@milepost/shared/context/badge';
import { type GlyphPart, glyphOfKind, type PlainGlyph, plainGlyph } from '@milepost/ui/glyph-shape';
import { drawing } from './element.ts';

const INK = { ink: 'currentColor', knock: 'var(--mp-knock,var(--mp-surface))' } as const;

function drawPart(part: GlyphPart): SVGElement {
  const path = drawing('path', {
    d: part.d,
    fill: part.fill ? INK.ink : 'none',
    stroke: part.stroke ? INK[part.stroke] : 'none',
    'stroke-width': 1.5,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
    'stroke-dasharray': part.dash,
  });
  if (!part.half) return path;
  return drawing('svg', { y: 8, width: 16, height: 8, viewBox: '0 8 16 8' }, path);
}

const draw = (parts: readonly GlyphPart[], size: number): SVGSVGElement =>
  drawing(
    'svg',
    { class: 'mp-g', width: size, height: size, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    ...parts.map(drawPart),
  );

/** Silhouette of a kind, filled by its level. */
export const drawKind = (kind: BadgeKind | 'level', level: BadgeLevel, size = 16): SVGSVGElement =>
  draw(glyphOfKind(kind, level), size);

/** A glyph of the interface. */
export const drawPlain = (name: PlainGlyph, size = 16): SVGSVGElement =>
  draw(plainGlyph(name), size);

import type { BadgeKind, BadgeLevel } from '@milepost/shared/context/badge';
import type { ReactElement } from 'react';
import { type GlyphPart, glyphOfKind, type PlainGlyph, plainGlyph } from './glyph-shape.ts';

const INK = { ink: 'currentColor', knock: 'var(--mp-knock,var(--mp-surface))' } as const;

function drawPart(part: GlyphPart, index: number): ReactElement {
  const path = (
    <path
      key={index}
      d={part.d}
      fill={part.fill ? INK.ink : 'none'}
      stroke={part.stroke ? INK[part.stroke] : 'none'}
      strokeWidth={1.5}
      strokeLinejoin="round"
      strokeLinecap="round"
      strokeDasharray={part.dash}
    />
  );
  if (!part.half) return path;
  return (
    <svg key={index} aria-hidden="true" y={8} width={16} height={8} viewBox="0 8 16 8">
      {path}
    </svg>
  );
}

type GlyphProps = { size?: number } & (
  | { kind: BadgeKind | 'level'; level: BadgeLevel }
  | { name: PlainGlyph }
);

/** A drawing of 16 px; always hidden from assistive technology, the words beside it say it. */
export function Glyph(props: GlyphProps): ReactElement {
  const size = props.size ?? 16;
  const parts = 'name' in props ? plainGlyph(props.name) : glyphOfKind(props.kind, props.level);
  return (
    <svg className="mp-g" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {parts.map(drawPart)}
    </svg>
  );
}

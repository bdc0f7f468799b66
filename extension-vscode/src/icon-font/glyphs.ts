import { type GlyphName, KIND_GLYPHS, type KindGlyph } from '../program/icon.ts';
import {
  arc,
  below,
  bubbles,
  type Contour,
  dashes,
  grow,
  hole,
  type Point,
  pen,
  roundedSquare,
  solid,
} from './outline.ts';

const STROKE = 1.5;

const seal = bubbles(
  [8, 8],
  arc(8, 8, 4.6, 0, 324)
    .filter((_, i) => i % 3 === 0)
    .map(([x, y]) => [x, y, 1.75]),
);
const box = roundedSquare(2.25, 13.75, 1.75);

const SILHOUETTES: Record<KindGlyph, Contour> = {
  level: arc(8, 8, 5.5, 0, 348),
  milestone: [
    [8, 1.6],
    [14.4, 8],
    [8, 14.4],
    [1.6, 8],
  ],
  gate: [[2.75, 14], ...arc(8, 7.25, 5.25, 180, 360), [13.25, 14]],
  risk: [
    [8, 2.2],
    [14.5, 13.5],
    [1.5, 13.5],
  ],
  issue: [
    [5.35, 1.75],
    [10.65, 1.75],
    [14.25, 5.35],
    [14.25, 10.65],
    [10.65, 14.25],
    [5.35, 14.25],
    [1.75, 10.65],
    [1.75, 5.35],
  ],
  assumption: bubbles(
    [8, 9.3],
    [
      [4.6, 9.65, 3.1],
      [8, 7.4, 4.2],
      [11.6, 9.65, 3.1],
      [8, 9.65, 3.1],
    ],
  ),
  provides: [
    [1.75, 3.25],
    [9.25, 3.25],
    [14.5, 8],
    [9.25, 12.75],
    [1.75, 12.75],
  ],
  needs: [
    [1.75, 3.25],
    [14.25, 3.25],
    [14.25, 12.75],
    [1.75, 12.75],
    [6.25, 8],
  ],
  change: box,
  action: [
    [4.9, 2.75],
    [14.5, 2.75],
    [11.1, 13.25],
    [1.5, 13.25],
  ],
};

const CENTER: Partial<Record<KindGlyph, Point>> = {
  gate: [8, 8.6],
  risk: [8, 9.6],
  assumption: [8, 9],
  provides: [7, 8],
  needs: [9.75, 8],
};

const ring = (shape: Contour): Contour[] => [
  grow(shape, STROKE / 2),
  hole(grow(shape, -STROKE / 2)),
];
const dashed = (shape: Contour): Contour[] =>
  dashes(shape, 2.1, 2).map((dash) => pen(dash, STROKE));
const lines = (...all: Point[][]): Contour[] => all.map((line) => pen(line, STROKE));
const dot = (x: number, y: number, r: number): Contour => solid(arc(x, y, r, 0, 345));

const tick = ([x, y]: Point, size = 1): Point[] => [
  [x - 2.4 * size, y + 0.1],
  [x - 0.7 * size, y + 1.8 * size],
  [x + 2.4 * size, y - 1.8 * size],
];

function kindGlyph(kind: KindGlyph, level: string): Contour[] {
  const shape = SILHOUETTES[kind];
  const center = CENTER[kind] ?? [8, 8];
  const [x, y] = center;
  const bang: Point[] = [
    [x, y - 3.2],
    [x, y + 0.7],
  ];
  const full = grow(shape, STROKE / 2);
  switch (level) {
    case 'critical':
      return [full, hole(pen(bang, 1.6)), hole(dot(x, y + 2.6, 0.95))];
    case 'high':
      return [full];
    case 'medium':
      return [...ring(shape), solid(below(full, 8))];
    case 'unknown':
      return dashed(shape);
    case 'done':
      return [...ring(shape), pen(tick(center), STROKE)];
    default:
      return ring(shape);
  }
}

const CROSS: Point[][] = [
  [
    [5.5, 5.5],
    [10.5, 10.5],
  ],
  [
    [10.5, 5.5],
    [5.5, 10.5],
  ],
];
const WAVE: Point[] = [...arc(6.4, 9.6, 1.9, 215, 325), ...arc(9.6, 6.9, 1.9, 145, 35)];
const FORK: Contour[] = [
  ...lines(
    [
      [8, 14.75],
      [8, 10.2],
      [4.1, 6.3],
    ],
    [
      [8, 10.2],
      [11.9, 6.3],
    ],
  ),
];
const MARK: Contour[] = [
  solid(roundedSquare(2.75, 13.25, 1.6).map(([x, y]) => [x, y - 2])),
  hole([
    [8, 2.6],
    [11.4, 6],
    [8, 9.4],
    [4.6, 6],
  ]),
  solid([
    [7.1, 11],
    [8.9, 11],
    [8.9, 15.6],
    [7.1, 15.6],
  ]),
];

const SINGLE: Record<string, Contour[]> = {
  mark: MARK,
  decision: [...FORK, ...ring(arc(3.1, 4, 2, 0, 345)), ...ring(arc(12.9, 4, 2, 0, 345))],
  'decision-made': [...FORK, dot(3.1, 4, 2.75), ...ring(arc(12.9, 4, 2, 0, 345))],
  'criterion-met': [grow(box, STROKE / 2), hole(pen(tick([8, 8.1], 1.25), 1.6))],
  'criterion-unmet': [...ring(box), ...lines(...CROSS)],
  'criterion-waived': [...dashed(box), pen(WAVE, STROKE)],
  'criterion-open': ring(box),
  'criterion-na': [
    ...ring(box),
    ...lines([
      [5.4, 8],
      [10.6, 8],
    ]),
  ],
  'signoff-valid': [grow(seal, 0.6), hole(pen(tick([8, 8], 1.15), 1.6))],
  'signoff-stale': [
    ...ring(seal),
    ...lines([
      [8, 5],
      [8, 8.2],
      [10.2, 9.5],
    ]),
  ],
  'signoff-pending': dashed(seal),
  'signoff-rejected': [
    ...ring(seal),
    ...lines(
      ...CROSS.map((line) => line.map(([x, y]): Point => [8 + (x - 8) * 0.8, 8 + (y - 8) * 0.8])),
    ),
  ],
};

/** The contours of one glyph (design/tokens.md section 1: silhouette says what, fill says how bad). */
export function drawGlyph(name: GlyphName): readonly Contour[] {
  const kind = KIND_GLYPHS.find((one) => name.startsWith(`${one}-`));
  return SINGLE[name] ?? (kind ? kindGlyph(kind, name.slice(kind.length + 1)) : []);
}

import type { BadgeKind, BadgeLevel } from '@milepost/shared/context/badge';

/** One stroke or filling of a glyph on its 16 px grid. `knock` is cut out with the colour of the surface behind. */
export type GlyphPart = {
  d: string;
  fill?: 'ink';
  stroke?: 'ink' | 'knock';
  dash?: string;
  /** Only the lower half is drawn. */
  half?: boolean;
};

/** Glyphs whose look does not depend on a level. */
export type PlainGlyph =
  | 'mark'
  | 'offline'
  | 'pending'
  | 'conflict'
  | 'loading'
  | 'close'
  | 'check'
  | 'open'
  | 'lock'
  | 'plus'
  | 'search'
  | 'repo'
  | 'chevron-down';

export type LevelledGlyph = Exclude<BadgeKind, 'decision'> | 'level';

const SILHOUETTES: Record<LevelledGlyph, string> = {
  level: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z',
  milestone: 'M8 1.6L14.4 8L8 14.4L1.6 8z',
  gate: 'M2.75 14V7.25a5.25 5.25 0 0 1 10.5 0V14z',
  risk: 'M8 2L14.75 13.5H1.25z',
  issue: 'M5.35 1.75h5.3l3.6 3.6v5.3l-3.6 3.6h-5.3l-3.6-3.6v-5.3z',
  assumption: 'M4.6 12.75a3.1 3.1 0 0 1-.55-6.15A4.15 4.15 0 0 1 12 6.35a3.25 3.25 0 0 1-.35 6.4z',
  provides: 'M1.75 3.25h7.5L14.5 8l-5.25 4.75h-7.5z',
  needs: 'M1.75 3.25h12.5v9.5H1.75L6.25 8z',
  change:
    'M4 2.25h8A1.75 1.75 0 0 1 13.75 4v8A1.75 1.75 0 0 1 12 13.75H4A1.75 1.75 0 0 1 2.25 12V4A1.75 1.75 0 0 1 4 2.25z',
  action: 'M4.9 2.75h9.6l-3.4 10.5H1.5z',
};

/** Where the bang or check sits, when not in the middle. */
const MIDDLE: Partial<Record<LevelledGlyph, readonly [number, number]>> = {
  gate: [8, 8.6],
  risk: [8, 9.2],
  assumption: [8, 9],
  provides: [7, 8],
  needs: [9.75, 8],
};

const FORK =
  'M8 14.25V10L4.1 6.3M8 10l3.9-3.7M5.2 4a2.1 2.1 0 1 1-4.2 0a2.1 2.1 0 0 1 4.2 0M15 4a2.1 2.1 0 1 1-4.2 0a2.1 2.1 0 0 1 4.2 0';

const PLAIN: Record<PlainGlyph, readonly GlyphPart[]> = {
  mark: [
    { d: 'M8 12v3.25', stroke: 'ink' },
    {
      d: 'M5 1h6a1.75 1.75 0 0 1 1.75 1.75v7.5A1.75 1.75 0 0 1 11 12H5a1.75 1.75 0 0 1-1.75-1.75v-7.5A1.75 1.75 0 0 1 5 1z',
      stroke: 'ink',
    },
    { d: 'M8 3.75L10.75 6.5L8 9.25L5.25 6.5z', fill: 'ink' },
  ],
  offline: [
    {
      d: 'M1.75 6.25a9 9 0 0 1 3.1-2M14.25 6.25A9 9 0 0 0 7.2 3.6M4.3 9.1a5.3 5.3 0 0 1 2-1.25M11.7 9.1a5.3 5.3 0 0 0-1.2-.9M2.5 2.5l11 11M8 12.2v.1',
      stroke: 'ink',
    },
  ],
  pending: [
    {
      d: 'M8 10V2.75M5 5.5l3-2.9 3 2.9M2.5 10v2.25A1.25 1.25 0 0 0 3.75 13.5h8.5a1.25 1.25 0 0 0 1.25-1.25V10',
      stroke: 'ink',
    },
  ],
  conflict: [
    {
      d: 'M8 2v12M1.25 8h4.25M3.5 5.75L5.75 8 3.5 10.25M14.75 8H10.5M12.5 5.75L10.25 8l2.25 2.25',
      stroke: 'ink',
    },
  ],
  loading: [{ d: 'M8 2.5a5.5 5.5 0 0 1 5.5 5.5', stroke: 'ink' }],
  close: [{ d: 'M4 4l8 8M12 4l-8 8', stroke: 'ink' }],
  check: [{ d: 'M3 8.5l3.25 3.25L13 4.75', stroke: 'ink' }],
  open: [{ d: SILHOUETTES.change, stroke: 'ink' }],
  lock: [{ d: 'M4 7.25h8v6.25H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2', stroke: 'ink' }],
  plus: [{ d: 'M8 3v10M3 8h10', stroke: 'ink' }],
  search: [
    {
      d: 'M11.25 7a4.25 4.25 0 1 1-8.5 0a4.25 4.25 0 0 1 8.5 0M10.25 10.25l3.5 3.5',
      stroke: 'ink',
    },
  ],
  repo: [
    {
      d: 'M3.25 12.5V3.25a1.5 1.5 0 0 1 1.5-1.5h8v9h-8a1.6 1.6 0 0 0 0 3.25h8v-3M6 4.75h3.75',
      stroke: 'ink',
    },
  ],
  'chevron-down': [{ d: 'M4.25 6.25L8 10l3.75-3.75', stroke: 'ink' }],
};

const CHANGE_LINES = 'M8 4.6v4M6 6.6h4M6 11h4';

function markInside(kind: LevelledGlyph, level: BadgeLevel): GlyphPart[] {
  const [x, y] = MIDDLE[kind] ?? [8, 8];
  if (level === 'critical') {
    return [{ d: `M${x} ${y - 2.7}v2.9M${x} ${y + 2.7}v.01`, stroke: 'knock' }];
  }
  if (level === 'done') return [{ d: `M${x - 2.3} ${y + 0.1}l1.6 1.7 3-3.4`, stroke: 'ink' }];
  if (kind !== 'change' || level === 'unknown') return [];
  return [{ d: CHANGE_LINES, stroke: level === 'high' ? 'knock' : 'ink' }];
}

/** The strokes of a kind at a level: silhouette says what, fill says how bad (design/tokens.md section 1). */
export function glyphOfKind(kind: BadgeKind | 'level', level: BadgeLevel): readonly GlyphPart[] {
  if (kind === 'decision') return [{ d: FORK, stroke: 'ink' }];
  const outline: GlyphPart = { d: SILHOUETTES[kind], stroke: 'ink' };
  const inside = markInside(kind, level);
  if (level === 'unknown') return [{ ...outline, dash: '2.1 2.5' }];
  if (level === 'medium')
    return [outline, { d: SILHOUETTES[kind], fill: 'ink', half: true }, ...inside];
  if (level === 'critical' || level === 'high') return [{ ...outline, fill: 'ink' }, ...inside];
  return [outline, ...inside];
}

/** The strokes of a glyph without a level. */
export const plainGlyph = (name: PlainGlyph): readonly GlyphPart[] => PLAIN[name];

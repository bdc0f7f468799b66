/** Silhouettes that exist in six fills. */
export const KIND_GLYPHS = [
  'milestone',
  'gate',
  'risk',
  'issue',
  'assumption',
  'provides',
  'needs',
  'change',
  'action',
  'level',
] as const;
export type KindGlyph = (typeof KIND_GLYPHS)[number];

export const LEVEL_FILLS = ['critical', 'high', 'medium', 'low', 'unknown', 'done'] as const;
export type LevelFill = (typeof LEVEL_FILLS)[number];

export const SINGLE_GLYPHS = [
  'mark',
  'decision',
  'decision-made',
  'criterion-met',
  'criterion-unmet',
  'criterion-waived',
  'criterion-open',
  'criterion-na',
  'signoff-valid',
  'signoff-stale',
  'signoff-pending',
  'signoff-rejected',
] as const;

export type GlyphName = `${KindGlyph}-${LevelFill}` | (typeof SINGLE_GLYPHS)[number];

/** Every glyph of the icon font, in the order of its characters (U+E001 on). */
export const GLYPHS: readonly GlyphName[] = [
  ...SINGLE_GLYPHS,
  ...KIND_GLYPHS.flatMap((kind) => LEVEL_FILLS.map((fill) => `${kind}-${fill}` as const)),
];

/** Id under which VS Code knows a glyph: `$(milepost-risk-high)`. */
export const iconId = (glyph: GlyphName): string => `milepost-${glyph}`;

/** What a row shows before its text. `codicon` names one of the editor's own icons. */
export type RowIcon =
  | { glyph: GlyphName; level?: LevelFill }
  | { codicon: string; level?: LevelFill };

import { GLYPHS } from '../program/icon.ts';
import { drawGlyph } from './glyphs.ts';
import { buildTrueType } from './true-type.ts';

/** The extension's icon font as TrueType bytes; package.json lists the same glyphs. */
export const buildIconFont = (): Buffer => buildTrueType('milepost', GLYPHS.map(drawGlyph));

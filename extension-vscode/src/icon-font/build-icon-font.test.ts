import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { GLYPHS, iconId } from '../program/icon.ts';
import { buildIconFont } from './build-icon-font.ts';
import { drawGlyph } from './glyphs.ts';

describe('the icon font', () => {
  test('the manifest names every glyph with its character, and no other', () => {
    const listed = Object.entries(manifest.contributes.icons).map(([id, icon]) => [
      id,
      icon.default.fontCharacter,
    ]);
    const drawn = GLYPHS.map((glyph, i) => [
      iconId(glyph),
      `\\${(0xe001 + i).toString(16).toUpperCase()}`,
    ]);
    expect(listed).toEqual(drawn);
  });

  test('every glyph has ink, and no two look the same', () => {
    const drawings = GLYPHS.map((glyph) => JSON.stringify(drawGlyph(glyph)));
    expect(drawings.filter((drawing) => drawing === '[]')).toEqual([]);
    const twins = GLYPHS.filter((_, i) => drawings.indexOf(drawings[i] ?? '') !== i);
    // The change silhouette in outline is the box of an unassessed criterion, on purpose.
    expect(twins).toEqual(['change-low']);
  });

  test('the whole file sums to the constant the format asks for, and is the same every time', () => {
    const font = buildIconFont();
    let sum = 0;
    for (let at = 0; at < font.length; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
    expect(buildIconFont().equals(font)).toBe(true);
  });
});

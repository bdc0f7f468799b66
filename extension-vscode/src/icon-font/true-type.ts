import type { Contour } from './outline.ts';

/** Font units per em; a glyph of 16 px is 1024 units, so one pixel is 64. */
const EM = 1024;
const SCALE = EM / 16;
const FIRST_CHARACTER = 0xe001;

type Field = [value: number, bytes: 1 | 2 | 4];

function pack(fields: readonly Field[]): Buffer {
  const out = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) {
    out.writeUIntBE(value < 0 ? value + 2 ** (8 * bytes) : value, at, bytes);
    at += bytes;
  }
  return out;
}

const u16 = (...values: number[]): Field[] => values.map((value) => [value, 2]);
const u32 = (...values: number[]): Field[] => values.map((value) => [value, 4]);
const padded = (table: Buffer): Buffer => Buffer.concat([table, Buffer.alloc(-table.length & 3)]);

type Glyph = { bytes: Buffer; points: number; contours: number };

/** A simple glyph: every point on the curve, coordinates as 16-bit differences. */
function glyphTable(contours: readonly Contour[]): Glyph {
  const rounded = contours.map((contour) =>
    contour.map(([x, y]) => [Math.round(x * SCALE), Math.round(EM - y * SCALE)] as const),
  );
  const points = rounded.flat();
  if (points.length === 0) return { bytes: Buffer.alloc(0), points: 0, contours: 0 };
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const difference = (values: number[]) =>
    values.map((value, i) => value - (i === 0 ? 0 : (values[i - 1] ?? 0)));
  let last = -1;
  const ends = rounded.map((contour) => {
    last += contour.length;
    return last;
  });
  const bytes = Buffer.concat([
    pack(u16(rounded.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))),
    pack(u16(...ends, 0)),
    Buffer.alloc(points.length, 0x01),
    pack(u16(...difference(xs), ...difference(ys))),
  ]);
  return { bytes: padded(bytes), points: points.length, contours: rounded.length };
}

function characterMap(count: number): Buffer {
  const last = FIRST_CHARACTER + count - 1;
  const segments = u16(4, 32, 0, 4, 4, 1, 0, last, 0xffff, 0, FIRST_CHARACTER, 0xffff);
  return pack([...u16(0, 1, 3, 1), ...u32(12), ...segments, ...u16(1 - FIRST_CHARACTER, 1, 0, 0)]);
}

function nameTable(family: string): Buffer {
  const text = Buffer.from(family, 'utf16le').swap16();
  const ids = [1, 2, 4, 6];
  return Buffer.concat([
    pack(u16(0, ids.length, 6 + 12 * ids.length)),
    ...ids.map((id) => pack(u16(3, 1, 0x409, id, text.length, 0))),
    text,
  ]);
}

const os2 = (count: number): Buffer =>
  Buffer.concat([
    pack(u16(4, EM, 400, 5, 0, 650, 699, 0, 140, 650, 699, 0, 479, 49, 258, 0)),
    Buffer.alloc(10),
    pack(u32(0, 0, 0, 0)),
    Buffer.from('MLPT'),
    pack(u16(0x40, FIRST_CHARACTER, FIRST_CHARACTER + count - 1, EM, 0, 0, EM, 0)),
    pack(u32(1, 0)),
    pack(u16(0, 0, 0, 32, 1)),
  ]);

// Zero dates keep the font the same bytes on every machine.
const head = pack([
  ...u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
  ...u16(3, EM),
  ...u32(0, 0, 0, 0),
  ...u16(-EM, -EM, 2 * EM, 2 * EM, 0, 8, 2, 1, 0),
]);

function checkSum(table: Buffer): number {
  const all = padded(table);
  let sum = 0;
  for (let at = 0; at < all.length; at += 4) sum = (sum + all.readUInt32BE(at)) >>> 0;
  return sum;
}

function assemble(tables: Readonly<Record<string, Buffer>>): Buffer {
  const tags = Object.keys(tables).toSorted();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  let offset = 12 + 16 * tags.length;
  const entries = tags.map((tag) => {
    const table = tables[tag] ?? Buffer.alloc(0);
    const entry = pack(u32(checkSum(table), offset, table.length));
    offset += padded(table).length;
    return Buffer.concat([Buffer.from(tag), entry]);
  });
  const search = u16(tags.length, power * 16, Math.log2(power), (tags.length - power) * 16);
  return Buffer.concat([
    pack([...u32(0x00010000), ...search]),
    ...entries,
    ...tags.map((tag) => padded(tables[tag] ?? Buffer.alloc(0))),
  ]);
}

/** A TrueType font whose characters from U+E001 on are the given drawings, in order. */
export function buildTrueType(family: string, drawings: readonly (readonly Contour[])[]): Buffer {
  const glyphs = [[], ...drawings].map(glyphTable);
  const offsets = [0];
  for (const glyph of glyphs) offsets.push((offsets.at(-1) ?? 0) + glyph.bytes.length);
  const count = glyphs.length;
  const tables = {
    'OS/2': os2(drawings.length),
    cmap: characterMap(drawings.length),
    glyf: Buffer.concat(glyphs.map((glyph) => glyph.bytes)),
    head,
    hhea: pack([...u32(0x00010000), ...u16(EM, 0, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, count)]),
    hmtx: pack(u16(...glyphs.flatMap(() => [EM, 0]))),
    loca: pack(u32(...offsets)),
    maxp: pack([
      ...u32(0x00010000),
      ...u16(count, Math.max(...glyphs.map((glyph) => glyph.points))),
      ...u16(Math.max(...glyphs.map((glyph) => glyph.contours)), 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    ]),
    name: nameTable(family),
    post: pack([...u32(0x00030000, 0), ...u16(0, 0), ...u32(0, 0, 0, 0, 0)]),
  };
  // The directory's own sum of `head` is taken with a zero adjustment, so it is written in afterwards.
  const font = assemble(tables);
  const at = font.indexOf(tables.head) + 8;
  font.writeUInt32BE((0xb1b0afba - checkSum(font)) >>> 0, at);
  return font;
}

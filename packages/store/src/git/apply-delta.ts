/** Reads the variable-length integers of a delta (gitformat-pack(5)); throws nothing, ends at the data's end. */
const readSize = (delta: Uint8Array, start: number): { value: number; next: number } => {
  let value = 0;
  let scale = 1;
  let next = start;
  let byte = 128;
  while (byte & 128 && next < delta.length) {
    // Longer than any size we take, and soon no number at all.
    if (next - start > 7) return { value: Number.POSITIVE_INFINITY, next };
    byte = delta[next] ?? 0;
    value += (byte & 127) * scale;
    scale *= 128;
    next += 1;
  }
  return { value, next };
};

/** Bytes of a little-endian number of which only those named by `mask` are present. */
const readSparse = (delta: Uint8Array, start: number, mask: number, count: number) => {
  let value = 0;
  let next = start;
  for (let index = 0; index < count; index += 1) {
    if (!(mask & (1 << index))) continue;
    value += (delta[next] ?? 0) * 256 ** index;
    next += 1;
  }
  return { value, next };
};

/** The size a delta says its result has; read it before applying, to refuse a bomb. */
export const deltaResultSize = (delta: Uint8Array): number =>
  readSize(delta, readSize(delta, 0).next).value;

/** The piece one instruction adds, and where the next one starts; undefined when it reaches outside. */
const readPiece = (base: Uint8Array, delta: Uint8Array, start: number) => {
  const op = delta[start] ?? 0;
  if (op & 128) {
    const offset = readSparse(delta, start + 1, op & 15, 4);
    const length = readSparse(delta, offset.next, (op >> 4) & 7, 3);
    const end = offset.value + (length.value === 0 ? 65_536 : length.value);
    return end > base.length
      ? undefined
      : { piece: base.subarray(offset.value, end), next: length.next };
  }
  const end = start + 1 + op;
  if (op === 0 || end > delta.length) return undefined;
  return { piece: delta.subarray(start + 1, end), next: end };
};

/** The object a delta makes of its base, or undefined when the delta does not fit it. */
export const applyDelta = (base: Uint8Array, delta: Uint8Array): Uint8Array | undefined => {
  const source = readSize(delta, 0);
  const target = readSize(delta, source.next);
  if (source.value !== base.length || !Number.isFinite(target.value)) return undefined;
  const result = new Uint8Array(target.value);
  let at = target.next;
  let filled = 0;
  while (at < delta.length) {
    const read = readPiece(base, delta, at);
    if (read === undefined || filled + read.piece.length > result.length) return undefined;
    result.set(read.piece, filled);
    filled += read.piece.length;
    at = read.next;
  }
  return filled === result.length ? result : undefined;
};

import { ZStream, zlibInflate, zlibInflateEnd, zlibInflateInit } from 'pako';

const streamEnd = 1;

/**
 * Inflates one zlib stream that starts at `at` and must give exactly `size` bytes; undefined when it does not.
 * `used` is how many bytes the stream took. The output buffer is never larger than promised, so a bomb stops here.
 */
export const inflateAt = (
  bytes: Uint8Array,
  at: number,
  size: number,
): { body: Uint8Array; used: number } | undefined => {
  const stream = new ZStream();
  if (zlibInflateInit(stream) !== 0) return undefined;
  // One byte more than promised lets an overlong stream show itself.
  const output = new Uint8Array(size + 1);
  stream.input = bytes;
  stream.next_in = at;
  stream.avail_in = bytes.length - at;
  stream.output = output;
  stream.next_out = 0;
  stream.avail_out = output.length;
  const status = zlibInflate(stream, 0);
  const used = stream.next_in - at;
  const given = stream.next_out;
  zlibInflateEnd(stream);
  if (status !== streamEnd || given !== size) return undefined;
  return { body: output.subarray(0, size), used };
};

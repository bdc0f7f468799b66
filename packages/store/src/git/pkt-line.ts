import { fail, ok, type Result } from '@milepost/shared/result';
import { decodeText, encodeText, joinBytes } from './join-bytes.ts';

/** gitprotocol-common(5): a line with its length in front, or one of the three markers. */
export type Pkt = { kind: 'data'; data: Uint8Array } | { kind: 'flush' | 'delim' | 'end' };

const longestLine = 65_520;
/** Empty lines cost four bytes to send and far more to hold. */
const mostLines = 500_000;
const markers = ['flush', 'delim', 'end'] as const;

export const flushPkt = encodeText('0000');
export const delimPkt = encodeText('0001');

export const encodePkt = (text: string): Uint8Array<ArrayBuffer> => {
  const data = encodeText(text);
  return joinBytes([encodeText((data.length + 4).toString(16).padStart(4, '0')), data]);
};

const readLength = (bytes: Uint8Array, at: number): number | undefined => {
  const text = decodeText(bytes.subarray(at, at + 4));
  return /^[0-9a-fA-F]{4}$/.test(text) ? Number.parseInt(text, 16) : undefined;
};

/** All lines of a body. Fails with what is wrong when one is cut off or is no line. */
export const readPkts = (bytes: Uint8Array): Result<readonly Pkt[], string> => {
  const lines: Pkt[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (lines.length >= mostLines) return fail('too many pkt-lines');
    const length = readLength(bytes, at);
    if (length === undefined || length === 3 || length > longestLine)
      return fail('no pkt-line length');
    const marker = markers[length];
    if (marker !== undefined) {
      lines.push({ kind: marker });
      at += 4;
      continue;
    }
    if (at + length > bytes.length) return fail('pkt-line cut off');
    lines.push({ kind: 'data', data: bytes.subarray(at + 4, at + length) });
    at += length;
  }
  return ok(lines);
};

/** Text of a data line without its line feed; markers have none. */
export const textOf = (pkt: Pkt | undefined): string | undefined =>
  pkt?.kind === 'data' ? decodeText(pkt.data).replace(/\n$/, '') : undefined;

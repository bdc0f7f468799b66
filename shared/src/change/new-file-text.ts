import { isPlainMap } from '../text/field-value.ts';
import { keyOrderOf } from '../text/key-order.ts';
import { cleanData, renderPair } from '../text/splice-render.ts';
import { schemaOfFile } from './file-schema.ts';

/** Text of a new file: keys in the order of the schema, unknown ones behind them. */
export function newFileText(path: string, data: Readonly<Record<string, unknown>>): string {
  const clean = cleanData(data);
  if (!isPlainMap(clean)) return '';
  const order = keyOrderOf(schemaOfFile(path))([]);
  const known = order.filter((key) => Object.hasOwn(clean, key));
  const rest = Object.keys(clean).filter((key) => !known.includes(key));
  const lines = [...known, ...rest].flatMap((key) => renderPair(key, clean[key]));
  return lines.map((line) => `${line}\n`).join('');
}

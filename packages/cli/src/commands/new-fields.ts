import { type FileContent, readFile } from '@milepost/shared/program/read-file';
import { sayCode } from '@milepost/shared/words/say';
import { sayFinding } from '@milepost/shared/words/say-finding';

/** What a person may set, by field; a list where the record holds one. */
export type Fields = Readonly<Record<string, string | readonly string[]>> & { title: string };

const LISTS: ReadonlySet<string> = new Set(['affects', 'paths', 'labels', 'tags', 'workstreams']);

const readValue = (field: string, text: string): string | readonly string[] =>
  LISTS.has(field)
    ? text
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '')
    : text;

/** Reads `FIELD=VALUE` words; the sentence of the first that is none. Lists are separated by commas. */
export function readFields(words: readonly string[], title: string): Fields | string {
  const pairs = words.map((word) => word.split(/=(.*)/s));
  const wrong = pairs.find(([field, value]) => !field || value === undefined);
  if (wrong) return `--set takes FIELD=VALUE, not ${wrong[0]}.`;
  const set = pairs.map(([field = '', value = '']) => [field, readValue(field, value)] as const);
  return { title, ...Object.fromEntries(set) };
}

type File = { path: string; text: string | undefined };

const dataOf = (content: FileContent): Readonly<Record<string, unknown>> =>
  content.is === 'record' ? (content.record.data as Readonly<Record<string, unknown>>) : {};

const isSame = (found: unknown, wanted: string | readonly string[]): boolean =>
  JSON.stringify(found) === JSON.stringify(wanted) || String(found) === String(wanted);

/**
 * Why a new record is not what the person asked for: a value that its field does not take, a field that a new record
 * does not have. Undefined when all that was set stands in the file.
 */
export function findUnset({ path, text = '' }: File, fields: Fields): string | undefined {
  const { content, findings } = readFile({ path, text });
  const error = findings.find(({ severity }) => severity === 'error');
  if (error) return `${sayFinding(error)}.`;
  const data = dataOf(content);
  const unknown = findings.find(({ rule, field }) => rule === 'UNKNOWN-KEY' && field !== undefined);
  if (unknown) return `${sayCode('UNKNOWN-KEY.unknown-key', unknown.facts, 'short')}.`;
  const lost = Object.keys(fields).find((field) => !isSame(data[field], fields[field] ?? ''));
  return lost === undefined ? undefined : `--set ${lost} does not work for a new record.`;
}

import type { FieldPath } from '../change/edit.ts';
import type { Locator } from '../text/positions.ts';
import { locate } from '../text/positions.ts';
import type { Finding } from './finding.ts';
import type { ProgramFile } from './program.ts';

/** A finding before anybody asked where in the file it is. */
export type Draft = Omit<Finding, 'line' | 'column'> & {
  /** Where to point; `field` defaults to it. */
  path?: FieldPath;
  /** Point at the key instead of its value. */
  onKey?: boolean;
};

/** Files are immutable objects, so one parse with positions serves every finding of a file. */
const locators = new WeakMap<ProgramFile, Locator>();

/** The locator of a program's file, parsed at most once. */
export function locatorOf(file: ProgramFile): Locator {
  const known = locators.get(file);
  if (known !== undefined) return known;
  const made = locate(file.text);
  locators.set(file, made);
  return made;
}

/**
 * Place of a top-level key or its value without a parse, when exactly one line starts with the key: five times
 * cheaper, and most findings of a large program point at one.
 */
function findTopLevel(
  text: string,
  key: string,
  onKey: boolean,
): { line: number; column: number } | undefined {
  if (!/^[a-z_]{1,60}$/.test(key)) return undefined;
  const hits = [...text.matchAll(new RegExp(`^${key}:(?:( +)[^\\s#&!|>])?`, 'gm'))];
  const [hit] = hits;
  if (hit === undefined || hits.length > 1 || (!onKey && hit[1] === undefined)) return undefined;
  const column = onKey ? 1 : key.length + 2 + (hit[1]?.length ?? 0);
  return { line: text.slice(0, hit.index).split('\n').length, column };
}

function placeOfDraft(
  file: ProgramFile | undefined,
  path: FieldPath,
  onKey: boolean,
): { line: number; column: number } {
  if (file === undefined || path.length === 0) return { line: 1, column: 1 };
  const quick = path.length === 1 ? findTopLevel(file.text, String(path[0]), onKey) : undefined;
  if (quick !== undefined) return quick;
  const locator = locatorOf(file);
  const span = (onKey ? locator.key(path) : undefined) ?? locator.nearest(path);
  return { line: span.line, column: span.column };
}

/** Gives a draft its line and column. */
export function placeFinding(draft: Draft, file: ProgramFile | undefined): Finding {
  const { path = [], onKey = false, ...rest } = draft;
  const named = path.length > 0 ? { field: path.join('.') } : {};
  return { ...named, ...rest, ...placeOfDraft(file, path, onKey) };
}

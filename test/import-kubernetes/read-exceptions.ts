import { ok } from '@milepost/shared/result';
import { isPlainMap, type PlainMap } from '@milepost/shared/text/field-value';
import { parseYaml } from '@milepost/shared/text/parse-yaml';
import { type Read, refuse, remarksOf } from './ledger.ts';
import { readDay } from './read-day.ts';
import { readNumber, textsOf } from './read-kep.ts';
import type { Phase } from './read-schedule.ts';
import { minorOfPath, type SourceFile } from './source-file.ts';

/** Somebody asked to land after a freeze. `place` counts from 1 in its file. */
export type Exception = {
  path: string;
  minor: number;
  place: number;
  freeze: Phase | undefined;
  name: string;
  kep: number | undefined;
  requested: string | undefined;
  reviewed: string | undefined;
  outcome: 'approved' | 'rejected' | undefined;
  thread: string | undefined;
  pulls: readonly string[];
};

const FREEZES: readonly (readonly [RegExp, Phase])[] = [
  [/enhancement/i, 'enhancements'],
  [/code/i, 'code'],
  [/prr|readiness/i, 'readiness'],
  [/doc/i, 'docs'],
];

type Place = Pick<Exception, 'path' | 'minor' | 'place' | 'freeze'>;

function exceptionOf(
  data: PlainMap,
  place: Place,
  doubt: (code: string, value: unknown) => undefined,
): Exception {
  const { name, issue, date_requested, date_reviewed, thread, status } = data;
  const outcome = (['approved', 'rejected'] as const).find((each) => each === status);
  if (outcome === undefined) doubt('unknown-status', status ?? 'no status');
  const day = (value: unknown) =>
    value === undefined || value === null ? undefined : (readDay(value) ?? doubt('no-day', value));
  return {
    ...place,
    name: String(name ?? 'without a name').trim(),
    kep: readNumber(issue) ?? doubt('no-number', issue ?? 'no issue'),
    requested: day(date_requested),
    reviewed: day(date_reviewed),
    outcome,
    thread: typeof thread === 'string' ? thread : undefined,
    pulls: textsOf(data.pull_requests),
  };
}

/** Reads `exceptions.yaml`: one list per freeze. */
export function readExceptions({ path, text }: SourceFile): Read<readonly Exception[]> {
  const yaml = parseYaml(text);
  if (!yaml.ok)
    return refuse('not-yaml', `${yaml.error.line}:${yaml.error.column} ${yaml.error.detail}`);
  if (!isPlainMap(yaml.value)) return refuse('nothing-in-it');
  const { remarks, doubt } = remarksOf(path);
  const entries = Object.entries(yaml.value).flatMap(([key, list]) =>
    (Array.isArray(list) ? list : [])
      .filter(isPlainMap)
      .map((data) => ({ data, freeze: FREEZES.find(([pattern]) => pattern.test(key))?.[1] })),
  );
  if (entries.length === 0) return refuse('nothing-in-it');
  const minor = minorOfPath(path);
  const value = entries.map(({ data, freeze }, at) =>
    exceptionOf(data, { path, minor, place: at + 1, freeze }, doubt),
  );
  return ok({ value, remarks });
}

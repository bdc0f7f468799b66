import { ok } from '@milepost/shared/result';
import { isPlainMap, type PlainMap } from '@milepost/shared/text/field-value';
import { parseYaml } from '@milepost/shared/text/parse-yaml';
import { type Read, refuse, remarksOf } from './ledger.ts';
import { readDay } from './read-day.ts';
import { readPeople } from './read-people.ts';
import { readRelease } from './read-release.ts';
import { type SourceFile, sigOfPath } from './source-file.ts';
import { readStage, STAGE_NAMES, type Stage } from './stages.ts';

const STATUSES = [
  ...['provisional', 'implementable', 'implemented', 'deferred'],
  ...['rejected', 'withdrawn', 'replaced', 'superseded'],
];

/** One enhancement proposal, in our words. `targets`: the minor release each stage is meant for. */
export type Kep = {
  path: string;
  number: number;
  title: string;
  sig: string;
  participating: readonly string[];
  status: string | undefined;
  stage: Stage | undefined;
  targets: Readonly<Partial<Record<Stage, number>>>;
  authors: readonly string[];
  approvers: readonly string[];
  created: string | undefined;
  updated: string | undefined;
  featureGates: readonly string[];
  /** Binaries the feature gates live in. */
  components: readonly string[];
  canDisable: boolean | undefined;
  metrics: readonly string[];
  references: Readonly<Record<'see-also' | 'replaces' | 'superseded-by', readonly string[]>>;
};

type Doubt = ReturnType<typeof remarksOf>['doubt'];

/** A gate's id has room for four digits. */
const MAX_NUMBER = 9999;

export function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
  return number > 0 && number <= MAX_NUMBER ? number : undefined;
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export const textsOf = (value: unknown): readonly string[] =>
  listOf(value)
    .map((each) => String(each).trim())
    .filter((text) => text !== '');

function minorOf(value: unknown, doubt: Doubt): number | undefined {
  const release = readRelease(value);
  if (release === 'unknown') return doubt('unknown-release', value);
  return release === 'none' ? undefined : release.minor;
}

function targetsOf(data: PlainMap, stage: Stage | undefined, doubt: Doubt): Kep['targets'] {
  const milestone = isPlainMap(data.milestone) ? data.milestone : {};
  const targets: Partial<Record<Stage, number>> = {};
  for (const name of STAGE_NAMES) {
    const minor = minorOf(milestone[name], doubt);
    if (minor !== undefined) targets[name] = minor;
  }
  const latest = minorOf(data['latest-milestone'], doubt);
  if (stage !== undefined && latest !== undefined) targets[stage] ??= latest;
  return targets;
}

function dayOf(data: PlainMap, key: string, doubt: Doubt): string | undefined {
  if (data[key] === undefined || data[key] === null) return undefined;
  return readDay(data[key]) ?? doubt('no-day', `${key}: ${String(data[key])}`);
}

function peopleOf(data: PlainMap, key: string, doubt: Doubt): readonly string[] {
  const { logins, unread } = readPeople(data[key]);
  for (const entry of unread) doubt('not-a-person', `${key}: ${entry}`);
  return [...new Set(logins)];
}

function oneOf<Known>(value: unknown, code: string, known: Known | undefined, doubt: Doubt) {
  if (known === undefined && value !== undefined && value !== null) doubt(code, value);
  return known;
}

type Answers = Pick<Kep, 'featureGates' | 'components' | 'canDisable' | 'metrics'>;

function answersOf(data: PlainMap): Answers {
  const disable = data['disable-supported'];
  const gates = listOf(data['feature-gates']);
  const components = gates.flatMap((each) => (isPlainMap(each) ? textsOf(each.components) : []));
  return {
    components: [...new Set(components)].sort(),
    featureGates: gates
      .map((each) => (isPlainMap(each) ? each.name : each))
      .filter((name): name is string => typeof name === 'string' && name !== ''),
    canDisable: typeof disable === 'boolean' ? disable : undefined,
    metrics: textsOf(data.metrics),
  };
}

/** The number in the name of a KEP's folder, which may differ from the one in its file. */
export const folderNumber = (path: string): number | undefined =>
  readNumber(/\/(\d+)-[^/]*\/kep\.yaml$/.exec(path)?.[1]);

function kepOf({ path }: SourceFile, data: PlainMap, number: number, doubt: Doubt): Kep {
  const named = folderNumber(path);
  if (named !== undefined && named !== number) doubt('folder-number-differs', number);
  const sig = String(data['owning-sig'] ?? sigOfPath(path));
  if (sig !== sigOfPath(path)) doubt('folder-sig-differs', sig);
  const stage = oneOf(data.stage, 'unknown-stage', readStage(data.stage), doubt);
  const status = STATUSES.find((each) => each === data.status);
  return {
    path,
    number,
    title: String(data.title).trim(),
    sig,
    participating: textsOf(data['participating-sigs']).filter((each) => each !== sig),
    status: oneOf(data.status, 'unknown-status', status, doubt),
    stage,
    targets: targetsOf(data, stage, doubt),
    authors: peopleOf(data, 'authors', doubt),
    approvers: peopleOf(data, 'approvers', doubt),
    created: dayOf(data, 'creation-date', doubt),
    updated: dayOf(data, 'last-updated', doubt),
    ...answersOf(data),
    references: {
      'see-also': textsOf(data['see-also']),
      replaces: textsOf(data.replaces),
      'superseded-by': textsOf(data['superseded-by']),
    },
  };
}

/** Reads a `kep.yaml`. Only what leaves it without a name is a refusal; every other oddity is a remark. */
export function readKep(file: SourceFile): Read<Kep> {
  const yaml = parseYaml(file.text);
  if (!yaml.ok)
    return refuse('not-yaml', `${yaml.error.line}:${yaml.error.column} ${yaml.error.detail}`);
  if (!isPlainMap(yaml.value)) return refuse('nothing-in-it');
  const data = yaml.value;
  const number = readNumber(data['kep-number']);
  if (number === undefined) return refuse('no-number', `kep-number: ${data['kep-number'] ?? ''}`);
  if (String(data.title ?? '').trim() === '') return refuse('no-title');
  const { remarks, doubt } = remarksOf(file.path);
  return ok({ value: kepOf(file, data, number, doubt), remarks });
}

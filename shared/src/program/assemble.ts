import { sortById } from '../record/compare-ids.ts';
import type { AnyRecord, RecordKind } from '../record/record-types.ts';
import { emptySettings, standInCharter } from './empty-program.ts';
import type { Finding } from './finding.ts';
import type { Place } from './layout.ts';
import type { Program, ProgramFile, SignOffFile } from './program.ts';
import type { FileContent, FileReading } from './read-file.ts';

/** A file that is new or changed with what was read from it, or gone (`now: undefined`). */
export type Touched = {
  path: string;
  place: Place;
  now: { file: ProgramFile; reading: FileReading } | undefined;
};

const CHARTER = 'program.yaml';

type Charted = Pick<Program, 'charter' | 'readOnly'>;

function chartOf(content: FileContent | undefined): Charted {
  if (content === undefined) return { charter: standInCharter, readOnly: 'no-charter' };
  if (content.is !== 'charter') return { charter: standInCharter, readOnly: 'broken-charter' };
  return {
    charter: content.charter ?? standInCharter,
    readOnly: content.newer ? 'newer-format' : undefined,
  };
}

const noCharter: Finding = {
  rule: 'FORMAT',
  code: 'no-charter',
  severity: 'error',
  file: CHARTER,
  line: 1,
  column: 1,
  facts: {},
  fix: { code: 'create-charter', file: CHARTER, path: [] },
};

function withFiles(files: Program['files'], touched: readonly Touched[]): Program['files'] {
  const next = new Map(files);
  for (const { path, now } of touched) {
    if (now === undefined) next.delete(path);
    else next.set(path, now.file);
  }
  return next;
}

type Changed = { records: Map<string, AnyRecord>; kinds: Set<RecordKind> };

function withRecords(program: Program, touched: readonly Touched[]): Changed {
  const changed: Changed = { records: new Map(program.records), kinds: new Set() };
  for (const { place, now } of touched) {
    if (place.is !== 'record') continue;
    changed.kinds.add(place.kind);
    const content = now?.reading.content;
    if (content?.is === 'record') changed.records.set(place.id, content.record);
    else changed.records.delete(place.id);
  }
  return changed;
}

function withKinds(program: Program, { records, kinds }: Changed): Program['byKind'] {
  const lists = new Map<RecordKind, AnyRecord[]>([...kinds].map((kind) => [kind, []]));
  for (const record of records.values()) lists.get(record.kind)?.push(record);
  const sorted = [...lists].map(([kind, list]) => [kind, sortById(list)] as const);
  return { ...program.byKind, ...Object.fromEntries(sorted) };
}

const byRole = (a: SignOffFile, b: SignOffFile): number =>
  a.data.role < b.data.role ? -1 : Number(a.data.role > b.data.role);

function withSignOffs(program: Program, touched: readonly Touched[]): Program['signOffs'] {
  const next = new Map(program.signOffs);
  for (const { path, place, now } of touched) {
    if (place.is !== 'sign-off') continue;
    const others = (next.get(place.gate) ?? []).filter((file) => file.path !== path);
    const content = now?.reading.content;
    const list = content?.is === 'sign-off' ? [...others, content.signOff].sort(byRole) : others;
    if (list.length > 0) next.set(place.gate, list);
    else next.delete(place.gate);
  }
  return next;
}

function withRuns(program: Program, touched: readonly Touched[]): Program['runs'] {
  const next = new Map(program.runs);
  for (const { place, now } of touched) {
    if (place.is !== 'run') continue;
    const content = now?.reading.content;
    if (content?.is === 'run') next.set(place.release, content.run);
    else next.delete(place.release);
  }
  return next;
}

const isSettings = (place: Place): place is Place & { is: keyof typeof emptySettings } =>
  Object.hasOwn(emptySettings, place.is);

function settingsOf(touched: readonly Touched[]): Partial<Program> {
  let next: Partial<Program> = {};
  for (const { place, now } of touched) {
    const content = now?.reading.content;
    if (place.is === 'charter') next = { ...next, ...chartOf(content) };
    if (!isSettings(place)) continue;
    const read = content?.is === 'settings' ? content.settings : {};
    next = { ...next, [place.is]: emptySettings[place.is], ...read };
  }
  return next;
}

function withFindings(
  findings: readonly Finding[],
  touched: readonly Touched[],
  paths: ReadonlySet<string>,
  files: Program['files'],
): readonly Finding[] {
  const kept = findings.filter(({ file }) => !paths.has(file) && file !== CHARTER);
  const charter = files.has(CHARTER)
    ? findings.filter(({ file }) => file === CHARTER)
    : [noCharter];
  const added = touched.flatMap(({ now }) => now?.reading.findings ?? []);
  return [...kept, ...(paths.has(CHARTER) && files.has(CHARTER) ? [] : charter), ...added];
}

/** The next program after some files changed; untouched records, and lists of untouched kinds, are the same objects. */
export function assemble(program: Program, touched: readonly Touched[]): Program {
  const paths = new Set(touched.map(({ path }) => path));
  const files = withFiles(program.files, touched);
  const changed = withRecords(program, touched);
  const added = touched.flatMap(({ now }) =>
    now?.reading.content.is === 'broken' ? [now.reading.content.broken] : [],
  );
  return {
    ...program,
    ...settingsOf(touched),
    files,
    records: changed.records,
    byKind: withKinds(program, changed),
    signOffs: withSignOffs(program, touched),
    runs: withRuns(program, touched),
    broken: [...program.broken.filter(({ path }) => !paths.has(path)), ...added],
    findings: withFindings(program.findings, touched, paths, files),
  };
}

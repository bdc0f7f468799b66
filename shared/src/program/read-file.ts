import type * as z from 'zod';
import { Charter, Deployments, FORMAT, Incidents, Policy } from '../record/charter.ts';
import { People, Roles } from '../record/people.ts';
import type { AnyRecord } from '../record/record-types.ts';
import { recordTypes } from '../record/record-types.ts';
import { ReleaseRun } from '../record/release.ts';
import { SignOff } from '../record/sign-off.ts';
import { parseYaml } from '../text/parse-yaml.ts';
import type { Finding } from './finding.ts';
import type { Place } from './layout.ts';
import { placeOf } from './layout.ts';
import type { Draft } from './place-findings.ts';
import { placeFinding } from './place-findings.ts';
import type { Broken, Program, ProgramFile, SignOffFile } from './program.ts';
import { readBySchema } from './read-by-schema.ts';
import { findIdMismatch } from './rules/dq-01-id-is-file-name.ts';
import { yamlFinding } from './rules/dq-16-yaml-limits.ts';
import { schemaDrafts } from './schema-findings.ts';

/** The parts of a program that are one file each. */
export type Settings = Pick<Program, 'people' | 'roles' | 'policy' | 'deployments' | 'incidents'>;

/** What one file holds, read without looking at any other file. */
export type FileContent =
  | { is: 'record'; record: AnyRecord }
  | { is: 'sign-off'; signOff: SignOffFile }
  | { is: 'run'; release: string; run: ReleaseRun }
  | { is: 'charter'; charter: Charter | undefined; newer: boolean }
  | { is: 'settings'; settings: Partial<Settings> }
  | { is: 'broken'; broken: Broken }
  | { is: 'nothing' };

/** Plain data: a store may keep it beside the blob id and hand it back through a `ReadCache`. */
export type FileReading = { content: FileContent; findings: readonly Finding[] };

type Data = Record<string, unknown> & { id?: unknown; format?: unknown };
type Outcome = { content: FileContent | undefined; drafts: readonly Draft[] };

const nothing: FileReading = { content: { is: 'nothing' }, findings: [] };

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A file with more unknown keys than this is of another kind; the first ones say so. */
const MOST_UNKNOWN = 20;

function unknownKeys(file: string, id: string | undefined, data: Data, shape: object): Draft[] {
  return Object.keys(data)
    .filter((key) => !Object.hasOwn(shape, key) && data[key] !== null)
    .slice(0, MOST_UNKNOWN)
    .map((key) => ({
      rule: 'UNKNOWN-KEY',
      code: 'unknown-key',
      severity: 'info',
      file,
      ...(id === undefined ? {} : { id }),
      path: [key],
      onKey: true,
      facts: { key: key.slice(0, 120) },
    }));
}

/** Reads data by a schema; unknown top-level keys are kept and said. */
function readBy<Schema extends z.ZodObject>(
  schema: Schema,
  file: string,
  id: string | undefined,
  data: Data,
  toContent: (value: z.infer<Schema>) => FileContent,
): Outcome {
  const unknown = unknownKeys(file, id, data, schema.shape);
  const { issues } = readBySchema(schema, data);
  if (issues.length > 0)
    return { content: undefined, drafts: schemaDrafts(file, id, data, issues) };
  return { content: toContent(data as z.infer<Schema>), drafts: unknown };
}

function readCharter(file: string, data: Data): Outcome {
  const version = /^milepost\/(\d{1,6})$/.exec(String(data.format))?.[1];
  const facts = { found: String(data.format).slice(0, 80), known: FORMAT };
  const draft = { file, path: ['format'], facts } as const;
  if (version === undefined) {
    return {
      content: undefined,
      drafts: [{ ...draft, rule: 'FORMAT', code: 'not-a-format', severity: 'error' }],
    };
  }
  const newer = `milepost/${version}` !== FORMAT;
  const outcome = readBy(Charter, file, undefined, data, (value) => ({
    is: 'charter',
    charter: value,
    newer,
  }));
  if (!newer) return outcome;
  const said: Draft = { ...draft, rule: 'FORMAT-NEWER', code: 'newer', severity: 'warn' };
  const content = outcome.content ?? { is: 'charter', charter: undefined, newer };
  return { content, drafts: [said] };
}

function readRecord(file: string, place: Place & { is: 'record' }, data: Data): Outcome {
  const { kind, id } = place;
  const mismatch = findIdMismatch(file, place, data.id);
  if (mismatch !== undefined) return { content: undefined, drafts: [mismatch] };
  const schema: z.ZodObject = recordTypes[kind].schema;
  return readBy(schema, file, id, data, (value) => ({
    is: 'record',
    record: { kind, id, path: file, data: value } as AnyRecord,
  }));
}

function readSignOff(file: string, place: Place & { is: 'sign-off' }, data: Data): Outcome {
  const { gate, role } = place;
  for (const [key, expected] of Object.entries({ gate, role })) {
    if (data[key] === expected) continue;
    const facts = { expected, found: String(data[key]).slice(0, 120), key };
    const fix = { code: 'set-id', file, path: [key], value: expected };
    const draft = { code: 'sign-off-differs', severity: 'error', file, path: [key], facts, fix };
    return { content: undefined, drafts: [{ rule: 'DQ-01', ...draft } as Draft] };
  }
  return readBy(SignOff, file, undefined, data, (value) => ({
    is: 'sign-off',
    signOff: { path: file, gate, data: value },
  }));
}

const settings = {
  people: People,
  roles: Roles,
  policy: Policy,
  deployments: Deployments,
  incidents: Incidents,
} as const;

const readSettings = (file: string, name: keyof Settings, data: Data): Outcome =>
  readBy<z.ZodObject>(settings[name], file, undefined, data, (value) => ({
    is: 'settings',
    settings: { [name]: value },
  }));

function readData(file: string, place: Place, data: Data): Outcome {
  switch (place.is) {
    case 'record':
      return readRecord(file, place, data);
    case 'sign-off':
      return readSignOff(file, place, data);
    case 'charter':
      return readCharter(file, data);
    case 'run':
      return readBy(ReleaseRun, file, undefined, data, (run) => ({ ...place, run }));
    case 'misnamed':
    case 'unknown-yaml':
    case 'other':
      return { content: undefined, drafts: [] };
    default:
      return readSettings(file, place.is, data);
  }
}

function broken(path: string, place: Place, findings: readonly Finding[]): FileReading {
  const id = place.is === 'record' ? place.id : undefined;
  const kind = place.is === 'record' || place.is === 'misnamed' ? place.kind : undefined;
  return { content: { is: 'broken', broken: { path, id, kind, findings } }, findings };
}

function readKnown(file: ProgramFile, place: Place): FileReading {
  const id = place.is === 'record' ? place.id : undefined;
  const parsed = parseYaml(file.text);
  if (!parsed.ok) return broken(file.path, place, [yamlFinding(file.path, id, parsed.error)]);
  if (!isData(parsed.value)) {
    const draft: Draft = {
      rule: 'SCHEMA',
      code: 'not-a-map',
      severity: 'error',
      file: file.path,
      facts: {},
    };
    return broken(file.path, place, [placeFinding({ ...draft, ...(id ? { id } : {}) }, file)]);
  }
  const { content, drafts } = readData(file.path, place, parsed.value);
  const findings = drafts.map((draft) => placeFinding(draft, file));
  return content === undefined ? broken(file.path, place, findings) : { content, findings };
}

/** Reads one file of a program by its path and text. Never throws: a file we cannot read is `broken`, with findings. */
export function readFile(file: ProgramFile): FileReading {
  const place = placeOf(file.path);
  if (place.is === 'other') return nothing;
  if (place.is === 'unknown-yaml') {
    const draft: Draft = {
      rule: 'UNKNOWN-FILE',
      code: 'unknown-file',
      severity: 'info',
      file: file.path,
      facts: {},
    };
    return { content: { is: 'nothing' }, findings: [placeFinding(draft, undefined)] };
  }
  const misnamed = findIdMismatch(file.path, place, undefined);
  if (place.is === 'misnamed' && misnamed !== undefined) {
    return broken(file.path, place, [placeFinding(misnamed, undefined)]);
  }
  return readKnown(file, place);
}

import type { RecordKind } from '../record/record-types.ts';
import { recordKinds, recordTypes } from '../record/record-types.ts';

/** What a path below the program folder holds (domain 1.1). */
export type Place =
  | { is: 'charter' | 'people' | 'roles' | 'policy' | 'deployments' | 'incidents' }
  | { is: 'record'; kind: RecordKind; id: string }
  | { is: 'sign-off'; gate: string; role: string }
  | { is: 'run'; release: string }
  /** Lies where records lie, but its name is not an id of that type. */
  | { is: 'misnamed'; kind: RecordKind; name: string }
  /** A YAML file we have no use for. */
  | { is: 'unknown-yaml' }
  | { is: 'other' };

const fixed: ReadonlyMap<string, Place> = new Map<string, Place>([
  ['program.yaml', { is: 'charter' }],
  ['people.yaml', { is: 'people' }],
  ['roles.yaml', { is: 'roles' }],
  ['policy.yaml', { is: 'policy' }],
  ['imports/deployments.yaml', { is: 'deployments' }],
  ['imports/incidents.yaml', { is: 'incidents' }],
]);

const sampleIds: { readonly [Kind in RecordKind]?: string } = {
  criterion: 'G-1.1',
  report: 'RPT-2026-W01',
  meeting: 'MTG-2026-01-01',
  survey: 'SUR-2026-01',
  cost: 'COST-2026-01',
};

/** Folder of the kinds whose file is `folder/<id>.yaml`. */
const folders: ReadonlyMap<string, RecordKind> = new Map(
  recordKinds.flatMap((kind) => {
    const parts = recordTypes[kind].path(sampleIds[kind] ?? `${recordTypes[kind].prefix}-1`);
    const pieces = parts.split('/');
    return pieces.length === 2 ? [[pieces[0] ?? '', kind] as const] : [];
  }),
);

const recordAt = (kind: RecordKind, id: string): Place =>
  recordTypes[kind].id.test(id)
    ? { is: 'record', kind, id }
    : { is: 'misnamed', kind, name: id.slice(0, 120) };

const GATE = /^gates\/([^/]+)\/(?:(gate)|criteria\/([^/]+)|signoffs\/([^/]+))\.yaml$/;
const RELEASE = /^releases\/([^/]+)\/(plan|run)\.yaml$/;

function placeOfGateFile(path: string): Place {
  const [, gate = '', isGate, criterion, role] = GATE.exec(path) ?? [];
  if (isGate !== undefined) return recordAt('gate', gate);
  if (role !== undefined) {
    return recordTypes.gate.id.test(gate)
      ? { is: 'sign-off', gate, role }
      : { is: 'misnamed', kind: 'gate', name: gate };
  }
  if (criterion === undefined) return { is: 'unknown-yaml' };
  return criterion.startsWith(`${gate}.`)
    ? recordAt('criterion', criterion)
    : { is: 'misnamed', kind: 'criterion', name: criterion };
}

function placeOfReleaseFile(path: string): Place {
  const [, release = '', file] = RELEASE.exec(path) ?? [];
  if (file === undefined) return { is: 'unknown-yaml' };
  const place = recordAt('release', release);
  return file === 'run' && place.is === 'record' ? { is: 'run', release } : place;
}

/** Says what the file at a path is, from the path alone. `path` is below the program folder, `/` separated. */
export function placeOf(path: string): Place {
  const known = fixed.get(path);
  if (known !== undefined) return known;
  if (!path.endsWith('.yaml')) return { is: path.endsWith('.yml') ? 'unknown-yaml' : 'other' };
  if (path.startsWith('gates/')) return placeOfGateFile(path);
  if (path.startsWith('releases/')) return placeOfReleaseFile(path);
  const slash = path.indexOf('/');
  const kind = folders.get(path.slice(0, Math.max(slash, 0)));
  if (kind === undefined || path.includes('/', slash + 1)) return { is: 'unknown-yaml' };
  return recordAt(kind, path.slice(slash + 1, -'.yaml'.length));
}

/** The id a path promises, where it promises one. */
export function idOfPath(path: string): string | undefined {
  const place = placeOf(path);
  return place.is === 'record' ? place.id : undefined;
}

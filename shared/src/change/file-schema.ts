import type * as z from 'zod';
import { Charter, Deployments, Incidents, Policy } from '../record/charter.ts';
import { People, Roles } from '../record/people.ts';
import { type RecordKind, recordKinds, recordTypes } from '../record/record-types.ts';
import { ReleaseRun } from '../record/release.ts';
import { SignOff } from '../record/sign-off.ts';

const SINGLE: Readonly<Record<string, z.ZodType>> = {
  'program.yaml': Charter,
  'people.yaml': People,
  'roles.yaml': Roles,
  'policy.yaml': Policy,
  'imports/deployments.yaml': Deployments,
  'imports/incidents.yaml': Incidents,
};

/** The id and type a record file's path promises (domain 1.1), or undefined for other files. */
export function recordAt(path: string): { kind: RecordKind; id: string } | undefined {
  const parts = path.replace(/\.yaml$/, '').split('/');
  const last = parts.at(-1) ?? '';
  const id = last === 'gate' || last === 'plan' ? (parts.at(-2) ?? '') : last;
  const kind = recordKinds.find(
    (candidate) => recordTypes[candidate].id.test(id) && recordTypes[candidate].path(id) === path,
  );
  return kind === undefined ? undefined : { kind, id };
}

/** The schema of a program file by its path below the program folder. */
export function schemaOfFile(path: string): z.ZodType | undefined {
  const record = recordAt(path);
  if (record !== undefined) return recordTypes[record.kind].schema;
  if (/^gates\/[^/]+\/signoffs\/[^/]+\.yaml$/.test(path)) return SignOff;
  if (/^releases\/[^/]+\/run\.yaml$/.test(path)) return ReleaseRun;
  return Object.hasOwn(SINGLE, path) ? SINGLE[path] : undefined;
}

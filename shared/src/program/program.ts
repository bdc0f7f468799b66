import type { Charter, Deployments, Incidents, Policy } from '../record/charter.ts';
import type { People, Roles } from '../record/people.ts';
import type { AnyRecord, RecordKind, TypedRecord } from '../record/record-types.ts';
import type { ReleaseRun } from '../record/release.ts';
import type { SignOff } from '../record/sign-off.ts';
import type { Finding } from './finding.ts';

/** One text file of a program. `path` is below the program folder, `/` separated. */
export type ProgramFile = {
  path: string;
  text: string;
  /** Git blob id when known: what parsed records are cached by. */
  blob?: string;
};

/** A file as added or changed, or `text: undefined` when it is gone. */
export type FileChange = { path: string; text: string | undefined; blob?: string };

/** A file we cannot read as a record. It is shown as broken; nothing ever rewrites it. */
export type Broken = {
  path: string;
  /** The id its path promises, where it promises one. */
  id: string | undefined;
  kind: RecordKind | undefined;
  findings: readonly Finding[];
};

export type SignOffFile = { path: string; gate: string; data: SignOff };

/** Everything read from one program folder. Immutable; `program/with-changes` makes the next one. */
export type Program = {
  charter: Charter;
  /** `program.yaml` was missing, broken or newer than we know: read-only, defaults stand in. */
  readOnly: undefined | 'no-charter' | 'broken-charter' | 'newer-format';
  people: People;
  roles: Roles;
  policy: Policy;
  /** By id. */
  records: ReadonlyMap<string, AnyRecord>;
  /** By kind, sorted by id number. */
  byKind: { readonly [Kind in RecordKind]: readonly TypedRecord<Kind>[] };
  /** By gate id, then sorted by role. */
  signOffs: ReadonlyMap<string, readonly SignOffFile[]>;
  /** By release id. */
  runs: ReadonlyMap<string, ReleaseRun>;
  deployments: Deployments;
  incidents: Incidents;
  broken: readonly Broken[];
  /** Found while reading: syntax, schema, id and file name, unknown keys. */
  findings: readonly Finding[];
  /** By path; the exact text that was read. */
  files: ReadonlyMap<string, ProgramFile>;
};

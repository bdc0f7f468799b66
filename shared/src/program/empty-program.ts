import { Charter, Deployments, FORMAT, Incidents, Policy } from '../record/charter.ts';
import { People, Roles } from '../record/people.ts';
import { recordKinds } from '../record/record-types.ts';
import type { Program } from './program.ts';
import type { Settings } from './read-file.ts';

/** What stands in where `program.yaml` is missing or cannot be read. */
export const standInCharter: Charter = Charter.parse({
  format: FORMAT,
  name: 'Program',
  key: 'program',
});

/** What stands in for each settings file that is missing or cannot be read. */
export const emptySettings: Settings = {
  people: People.parse({}),
  roles: Roles.parse({}),
  policy: Policy.parse({}),
  deployments: Deployments.parse({}),
  incidents: Incidents.parse({}),
};

/** A program folder without a single file. */
export const emptyProgram: Program = {
  ...emptySettings,
  charter: standInCharter,
  readOnly: 'no-charter',
  records: new Map(),
  byKind: Object.fromEntries(recordKinds.map((kind) => [kind, []])) as unknown as Program['byKind'],
  signOffs: new Map(),
  runs: new Map(),
  broken: [],
  findings: [],
  files: new Map(),
};

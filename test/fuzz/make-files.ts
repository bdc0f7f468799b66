import type { ProgramFile } from '@milepost/shared/program/program';
import { Charter, Deployments, Incidents, Policy } from '@milepost/shared/record/charter';
import { People, Roles } from '@milepost/shared/record/people';
import { kindOfId, recordTypes } from '@milepost/shared/record/record-types';
import { ReleaseRun } from '@milepost/shared/record/release';
import { SignOff } from '@milepost/shared/record/sign-off';
import { seededRandom } from '@milepost/shared/schedule/random';
import type * as z from 'zod';
import { makeValue, type Source } from './make-value.ts';

/** One or more ids of every record type; few, so that random references meet in circles. */
export const IDS: readonly string[] = [
  ...['WS-1', 'TM-1', 'M-1', 'M-2', 'M-3', 'G-1', 'G-1.1', 'G-1.2', 'R-1', 'R-2', 'A-1', 'I-1'],
  ...['D-1', 'D-2', 'DEC-1', 'DEC-2', 'CR-1', 'ACT-1', 'REL-1', 'B-1', 'ESC-1', 'RPT-2026-W09'],
  ...['MTG-2026-03-03', 'SUR-2026-02', 'COST-2026-02'],
];

export const SETTINGS: Readonly<Record<string, z.ZodObject>> = {
  'program.yaml': Charter,
  'people.yaml': People,
  'roles.yaml': Roles,
  'policy.yaml': Policy,
  'imports/deployments.yaml': Deployments,
  'imports/incidents.yaml': Incidents,
};

/** JSON is YAML too, and writes every character there is. */
const fileOf = (path: string, data: object): ProgramFile => ({ path, text: JSON.stringify(data) });

export const typeOf = (id: string) => recordTypes[kindOfId(id) ?? 'risk'];

export const recordData = (id: string, source: Source): object => ({
  ...(makeValue(typeOf(id).schema, source) as object),
  id,
});

const recordFile = (id: string, source: Source): ProgramFile =>
  fileOf(typeOf(id).path(id), recordData(id, source));

const settingsData = (path: string, source: Source): object => ({
  ...(makeValue(SETTINGS[path] as z.ZodObject, source) as object),
  ...(path === 'program.yaml' && { format: 'milepost/1', key: 'fuzz' }),
});

const PEOPLE = [
  { id: 'ana', name: 'Ana', email: 'ana@acme.example', github: 'ana' },
  { id: 'li', name: 'Li', active: false },
];

function signOffFile(role: string, source: Source): ProgramFile {
  const made = makeValue(SignOff, source) as object;
  return fileOf(`gates/G-1/signoffs/${role}.yaml`, { ...made, gate: 'G-1', role });
}

function peopleFile(source: Source): ProgramFile {
  const made = makeValue(People, source) as { people?: object[] };
  return fileOf('people.yaml', { people: [...PEOPLE, ...(made.people ?? [])] });
}

/** The files of a program that reads without an error and means nothing: every field is allowed, none makes sense. */
export function makeFiles(seed: number, fill = 0.6): readonly ProgramFile[] {
  const source: Source = { random: seededRandom(seed), ids: IDS, fill };
  const settings = Object.keys(SETTINGS).filter((path) => path !== 'people.yaml');
  return [
    ...settings.map((path) => fileOf(path, settingsData(path, source))),
    peopleFile(source),
    ...IDS.map((id) => recordFile(id, source)),
    ...['security_grc', 'sre_ops_lead'].map((role) => signOffFile(role, source)),
    fileOf('releases/REL-1/run.yaml', {
      ...(makeValue(ReleaseRun, source) as object),
      release: 'REL-1',
    }),
  ];
}

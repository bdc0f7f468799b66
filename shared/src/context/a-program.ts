import type { Program, ProgramFile } from '../program/program.ts';
import { readProgram } from '../program/read-program.ts';
import { kindOfId, recordTypes } from '../record/record-types.ts';

type Fields = Readonly<Record<string, unknown>>;

type Parts = {
  charter?: Fields;
  people?: readonly Fields[];
  roles?: readonly Fields[];
  policy?: Fields;
  signOffs?: readonly (Fields & { gate: string; role: string })[];
  /** Further files as text, by path. */
  files?: Readonly<Record<string, string>>;
};

/** JSON is YAML too: a test names only the fields that matter and still goes through the real reader. */
const jsonFile = (path: string, data: unknown): ProgramFile => ({
  path,
  text: JSON.stringify(data),
});

function recordFile(record: Fields & { id: string }): ProgramFile {
  const kind = kindOfId(record.id);
  if (kind === undefined) throw new Error(`no record type has ids like ${record.id}`);
  return jsonFile(recordTypes[kind].path(record.id), { title: `About ${record.id}`, ...record });
}

/** For tests: a program of the given records, read as from disk. The kind of a record follows from its id. */
export function aProgram(
  records: readonly (Fields & { id: string })[],
  parts: Parts = {},
): Program {
  const charter = { format: 'milepost/1', name: 'Payments', key: 'pay', ...parts.charter };
  const texts = Object.entries(parts.files ?? {}).map(([path, text]) => ({ path, text }));
  return readProgram([
    jsonFile('program.yaml', charter),
    jsonFile('people.yaml', { people: parts.people ?? [] }),
    jsonFile('roles.yaml', { roles: parts.roles ?? [] }),
    jsonFile('policy.yaml', parts.policy ?? {}),
    ...records.map(recordFile),
    ...(parts.signOffs ?? []).map((signOff) =>
      jsonFile(`gates/${signOff.gate}/signoffs/${signOff.role}.yaml`, signOff),
    ),
    ...texts,
  ]);
}

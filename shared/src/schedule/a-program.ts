import type { Program, SignOffFile } from '../program/program.ts';
import { Charter, Deployments, Incidents, Policy } from '../record/charter.ts';
import { People, Roles } from '../record/people.ts';
import {
  type AnyRecord,
  kindOfId,
  type RecordKind,
  recordKinds,
  recordTypes,
} from '../record/record-types.ts';
import { ReleaseRun } from '../record/release.ts';
import { SignOff } from '../record/sign-off.ts';

type Plain = Readonly<Record<string, unknown>>;

export type ProgramParts = {
  charter?: Plain;
  people?: readonly Plain[];
  roles?: readonly Plain[];
  policy?: Plain;
  signOffs?: readonly Plain[];
  runs?: readonly Plain[];
  deployments?: readonly Plain[];
  incidents?: readonly Plain[];
};

function recordOf(plain: Plain & { id: string }): AnyRecord {
  const kind = kindOfId(plain.id) as RecordKind;
  const type = recordTypes[kind];
  const data = type.schema.parse({ title: `Title of ${plain.id}`, ...plain });
  return { kind, id: plain.id, path: type.path(plain.id), data } as AnyRecord;
}

const numberOf = (id: string): number[] => id.split(/\D+/).map(Number);

function byNumber(a: AnyRecord, b: AnyRecord): number {
  const [left, right] = [numberOf(a.id), numberOf(b.id)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at === -1 ? 0 : (left[at] as number) - (right[at] ?? 0);
}

function signOffsOf(plains: readonly Plain[]): Map<string, SignOffFile[]> {
  const found = new Map<string, SignOffFile[]>();
  for (const plain of plains) {
    const data = SignOff.parse(plain);
    const path = `gates/${data.gate}/signoffs/${data.role}.yaml`;
    found.set(data.gate, [...(found.get(data.gate) ?? []), { path, gate: data.gate, data }]);
  }
  return found;
}

/** A program from plain records: names only what matters, the schemas fill the rest. A bad record is a throw. */
export function aProgram(
  plains: readonly (Plain & { id: string })[],
  parts: ProgramParts = {},
): Program {
  const records = plains.map(recordOf).sort(byNumber);
  const ofKind = (kind: RecordKind) => records.filter((record) => record.kind === kind);
  const runs = (parts.runs ?? []).map((run) => ReleaseRun.parse(run));
  return {
    charter: Charter.parse({ format: 'milepost/1', name: 'Test', key: 'test', ...parts.charter }),
    readOnly: undefined,
    people: People.parse({ people: parts.people ?? [] }),
    roles: Roles.parse({ roles: parts.roles ?? [] }),
    policy: Policy.parse(parts.policy ?? {}),
    records: new Map(records.map((record) => [record.id, record])),
    byKind: Object.fromEntries(
      recordKinds.map((kind) => [kind, ofKind(kind)]),
    ) as unknown as Program['byKind'],
    signOffs: signOffsOf(parts.signOffs ?? []),
    runs: new Map(runs.map((run) => [run.release, run])),
    deployments: Deployments.parse({ deployments: parts.deployments ?? [] }),
    incidents: Incidents.parse({ incidents: parts.incidents ?? [] }),
    broken: [],
    findings: [],
    files: new Map(),
  };
}

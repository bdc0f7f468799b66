import type { ProgramFile } from '@milepost/shared/program/program';

const two = (n: number): string => String(n).padStart(2, '0');
/** A day of 2026, the same for the same number. */
const day = (n: number): string => `2026-${two((n % 12) + 1)}-${two((n % 28) + 1)}`;
const PEOPLE = 200;
const person = (n: number): string => `person.${n % PEOPLE}`;
const STATES = ['proposed', 'open', 'treating'];

type Counts = { milestones: number; gates: number; streams: number };
type Write = (n: number, counts: Counts) => string;

const header = (id: string, kind: string, n: number, { streams }: Counts): string => `id: ${id}
title: ${kind} number ${n} of a program that is large on purpose
workstream: WS-${(n % streams) + 1}
owner: ${person(n)}
raised: 2026-01-0${(n % 9) + 1}
raised_by: ${person(n + 1)}
`;

const log = (n: number, to: string): string => `log:
  - {at: "2026-01-16T10:12:00+01:00", by: ${person(n)}, event: created}
  - {at: "2026-02-02T09:00:00+01:00", by: ${person(n + 3)}, event: status, to: ${to}}
`;

const risk: Write = (n, counts) => `${header(`R-${n}`, 'Risk', n, counts)}status: ${STATES[n % 3]}
kind: threat
category: vendor
cause: The vendor has one shared sandbox for three customers
event: Our sandbox slot moves behind another customer
effect: Integration test loses two weeks and the external launch date is missed
affects: [M-${(n % counts.milestones) + 1}]
paths: ["acme/pay:src/p${n % 300}/m${n}/**"]
proximity: {from: 2026-03-30, to: 2026-05-15}
assessments:
  - {at: 2026-02-16, by: ${person(n)}, state: inherent, probability: 4, impact: {schedule: 4, cost: 2}}
  - {at: 2026-03-02, by: ${person(n)}, state: current, probability: ${(n % 5) + 1}, impact: {schedule: 3}}
response:
  strategy: mitigate
  plan: Reserve a paid slot and build a stub of the gateway
  action_owner: ${person(n + 2)}
  due: 2026-03-20
  target: {probability: 1, impact: 1}
review_due: ${day(n)}
${log(n, STATES[n % 3] ?? 'open')}`;

const predecessors = (n: number): string => {
  const on = [n - 40, n % 4 === 0 ? n - 41 : 0].filter((each) => each > 0);
  return on.length === 0
    ? ''
    : `predecessors: [${on.map((each) => `{on: M-${each}, lag_days: ${n % 3}}`).join(', ')}]\n`;
};

const milestone: Write = (
  n,
  counts,
) => `${header(`M-${n}`, 'Milestone', n, counts)}status: committed
external_commitment: ${n % 50 === 0}
baseline_date: ${day(n + 4)}
committed_date: ${day(n + 5)}
forecast_date: ${day(n + 6)}
forecast_history: [{as_of: 2026-02-20, date: ${day(n + 5)}}, {as_of: 2026-03-06, date: ${day(n + 6)}}]
estimate: {optimistic: ${3 + (n % 5)}, likely: ${6 + (n % 7)}, pessimistic: ${15 + (n % 9)}}
gate: G-${(n % counts.gates) + 1}
acceptance_criteria: [It works, It is documented]
match: {labels: ["label ${n}"], branches: ["feature/team${n}-*"]}
${predecessors(n)}${log(n, 'committed')}`;

/** Every tenth one is promised with half of its fields missing: a program has its findings. */
const dependency: Write = (n, counts) => `${header(`D-${n}`, 'Dependency', n, counts)}status: ${
  n % 10 === 0 ? 'committed' : 'identified'
}
consumer: {milestone: M-${(n % counts.milestones) + 1}, item: PAY-${n}}
need_by: ${day(n + 2)}
committed_date: ${day(n + 1)}
`;

const action: Write = (n, counts) => `${header(`ACT-${n}`, 'Action', n, counts)}status: ${
  n % 3 === 0 ? 'done' : 'open'
}
due: ${day(n)}
${n % 3 === 0 ? 'done_on: 2026-02-02\n' : ''}${log(n, n % 3 === 0 ? 'done' : 'open')}`;

const issue: Write = (n, counts) => `${header(`I-${n}`, 'Issue', n, counts)}status: triaged
severity: ${['low', 'medium', 'high', 'critical'][n % 4]}
affects: [M-${(n % counts.milestones) + 1}]
${log(n, 'triaged')}`;

const decision: Write = (
  n,
  counts,
) => `${header(`DEC-${n}`, 'Decision', n, counts)}needed_by: ${day(n)}
affects: [M-${(n % counts.milestones) + 1}]
`;

const gate: Write = (n, counts) => `${header(`G-${n}`, 'Gate', n, counts)}milestone: M-${n}
required_signoffs: [{role: security_grc}, {role: sre_ops_lead}]
`;

const file = (path: string, text: string): ProgramFile => ({ path, text, blob: `blob of ${path}` });

const many = (count: number, make: (n: number) => ProgramFile): readonly ProgramFile[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));

function criterion(n: number, counts: Counts): ProgramFile {
  const owner = `G-${((n - 1) % counts.gates) + 1}`;
  const id = `${owner}.${Math.floor((n - 1) / counts.gates) + 1}`;
  const rest = `status: ${n % 2 === 0 ? 'not_started' : 'not_met'}\nmandatory: true\n`;
  return file(`gates/${owner}/criteria/${id}.yaml`, header(id, 'Criterion', n, counts) + rest);
}

const people = Array.from({ length: PEOPLE }, (_, n) => ({ id: person(n), name: `Person ${n}` }));
const settings: readonly ProgramFile[] = [
  file(
    'program.yaml',
    'format: milepost/1\nname: Big\nkey: big\nstart: 2026-01-05\ntimezone: Europe/Lisbon\nintegrations: {github: {repos: [acme/pay]}, jira: {project_keys: [PAY]}}\n',
  ),
  file('people.yaml', JSON.stringify({ people })),
];

/** A program of `count` records of nine types, the same every time: half risks, a fifth dependencies. */
export function bigProgramFiles(count: number): readonly ProgramFile[] {
  const part = (share: number): number => Math.round(count * share);
  const counts = { milestones: part(0.06), gates: part(0.01), streams: 20 };
  const records: readonly (readonly [string, string, number, Write])[] = [
    ['milestones', 'M', counts.milestones, milestone],
    ['dependencies', 'D', part(0.2), dependency],
    ['actions', 'ACT', part(0.05), action],
    ['issues', 'I', part(0.05), issue],
    ['decisions', 'DEC', part(0.03), decision],
    ['risks', 'R', part(0.5) - counts.streams, risk],
  ];
  const stream = (n: number) =>
    file(`workstreams/WS-${n}.yaml`, `id: WS-${n}\ntitle: Stream ${n}\nlead: ${person(n)}\n`);
  return [
    ...settings,
    ...many(counts.streams, stream),
    ...many(counts.gates, (n) => file(`gates/G-${n}/gate.yaml`, gate(n, counts))),
    ...many(part(0.1), (n) => criterion(n, counts)),
    ...records.flatMap(([folder, prefix, size, write]) =>
      many(size, (n) => file(`${folder}/${prefix}-${n}.yaml`, write(n, counts))),
    ),
  ];
}

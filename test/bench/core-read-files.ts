import type { ProgramFile } from '@milepost/shared/program/program';

const risk = (number: number): string => `id: R-${number}
title: Payment sandbox number ${number} is delivered after integration test starts
status: treating
workstream: WS-${1 + (number % 9)}
owner: ana.silva
raised: 2026-02-16
raised_by: li.wei
kind: threat
category: vendor
cause: The vendor has one shared sandbox for three customers
event: Our sandbox slot moves behind another customer
effect: Integration test loses two weeks and the external launch date is missed
affects: [R-${1 + (number % 4000)}]
paths: ["acme/pay:src/gateway/${number % 40}/**"]
proximity: {from: 2026-03-30, to: 2026-05-15}
assessments:
  - {at: 2026-02-16, by: ana.silva, state: inherent, probability: 4, impact: {schedule: 4, cost: 2}}
  - {at: 2026-03-02, by: ana.silva, state: current, probability: 4, impact: {schedule: 4}}
response:
  strategy: mitigate
  plan: Reserve a paid slot and build a stub of the gateway
  action_owner: tom.berg
  due: 2026-03-20
  target: {probability: 2, impact: 3}
review_due: 2026-03-09
log:
  - {at: "2026-02-16T10:12:00+01:00", by: li.wei, event: created}
  - {at: "2026-03-02T09:00:00+01:00", by: ana.silva, event: status, from: open, to: treating}
`;

const charter: ProgramFile = {
  path: 'program.yaml',
  text: 'format: milepost/1\nname: Bench\nkey: bench\n',
  blob: 'charter',
};

const people: ProgramFile = {
  path: 'people.yaml',
  text: 'people: [{id: ana.silva, name: Ana}]\n',
  blob: 'people',
};

/** A program of `count` risks of about 1.2 kB, the same every time. */
export function riskFiles(count: number): readonly ProgramFile[] {
  const risks = Array.from({ length: count }, (_, index) => ({
    path: `risks/R-${index + 1}.yaml`,
    text: risk(index + 1),
    blob: `blob-${index + 1}`,
  }));
  const streams = Array.from({ length: 9 }, (_, index) => ({
    path: `workstreams/WS-${index + 1}.yaml`,
    text: `id: WS-${index + 1}\ntitle: Stream ${index + 1}\nlead: ana.silva\n`,
    blob: `stream-${index + 1}`,
  }));
  return [charter, people, ...streams, ...risks];
}

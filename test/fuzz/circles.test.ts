import { checkProgram } from '@milepost/shared/program/check-program';
import type { Program, ProgramFile } from '@milepost/shared/program/program';
import { readProgram } from '@milepost/shared/program/read-program';
import { schedule } from '@milepost/shared/schedule/critical-path';
import { expect, test } from 'vitest';
import { askEverything } from './ask-everything.ts';
import { typeOf } from './make-files.ts';

type Fields = Readonly<Record<string, unknown>> & { id: string };

const asOf = '2026-03-10';
const fileOf = ({ id, ...fields }: Fields): ProgramFile => ({
  path: typeOf(id).path(id),
  text: JSON.stringify({ id, title: `About ${id}`, ...fields }),
});
const charter = { path: 'program.yaml', text: 'format: milepost/1\nname: Circles\nkey: pay\n' };

function programOf(records: readonly Fields[], files: readonly ProgramFile[] = []): Program {
  return readProgram([charter, ...files, ...records.map(fileOf)]);
}

function codesOf(program: Program): string[] {
  askEverything({ program, before: program, asOf });
  return checkProgram(program, { asOf }).map(({ rule, code }) => `${rule} ${code}`);
}

/** `size` records of a kind, each naming the next and the last the first. */
const ring = (prefix: string, size: number, link: (next: string) => object): Fields[] =>
  Array.from({ length: size }, (_, n) => ({
    id: `${prefix}-${n + 1}`,
    ...link(`${prefix}-${((n + 1) % size) + 1}`),
  }));

test.each([2, 3, 5000])('a ring of %i milestones is said once, and still has dates', (size) => {
  const links = (on: string) => ({ predecessors: [{ on }], estimate: { duration_days: 5 } });
  const program = programOf(ring('M', size, links));
  expect(schedule(program, asOf).nodes.length).toBe(size);
  expect(schedule(program, asOf).cycles.map((each) => each.length)).toEqual([size]);
  const said = checkProgram(program, { asOf }).filter(({ rule }) => rule === 'DQ-03');
  expect(said.map(({ code }) => code)).toEqual(['plan-cycle']);
});

test('a chain of twenty thousand milestones has an end', () => {
  const chain = ring('M', 20_000, (on) => ({
    predecessors: [{ on }],
    estimate: { duration_days: 1 },
  }));
  const { end, cycles } = schedule(programOf([...chain.slice(0, -1), { id: 'M-20000' }]), asOf);
  expect(cycles).toEqual([]);
  expect(end).toBeGreaterThanOrEqual(19_999);
});

test('a milestone that waits for itself', () => {
  const program = programOf([{ id: 'M-1', predecessors: [{ on: 'M-1' }] }]);
  expect(codesOf(program)).toContain('DQ-02 names-itself');
});

test('dependencies in a ring, through milestones', () => {
  const between = (id: string, provider: string, consumer: string) => ({
    id,
    status: 'requested',
    need_by: '2026-05-01',
    provider: { milestone: provider },
    consumer: { milestone: consumer },
  });
  const milestones = [{ id: 'M-1' }, { id: 'M-2' }];
  const program = programOf([
    ...milestones,
    between('D-1', 'M-1', 'M-2'),
    between('D-2', 'M-2', 'M-1'),
  ]);
  expect(codesOf(program)).toContain('DQ-03 plan-cycle');
});

test('decisions that supersede each other, and one itself', () => {
  const program = programOf([
    ...ring('DEC', 3, (next) => ({ status: 'superseded', supersedes: next, superseded_by: next })),
    { id: 'DEC-9', supersedes: 'DEC-9' },
  ]);
  expect(codesOf(program)).toContain('DQ-02 names-itself');
});

test('links of every kind in a ring', () => {
  const kinds = ['affects', 'blocks', 'caused_by', 'supersedes', 'duplicates', 'escalated_from'];
  const program = programOf(
    ring('R', 6, (to) => ({ links: kinds.map((rel) => ({ rel, to })), affects: [to] })),
  );
  expect(codesOf(program)).not.toContain('DQ-02 names-itself');
});

test('workstreams and teams that contain each other', () => {
  const program = programOf([
    ...ring('WS', 2, (next) => ({ parent: next, workstream: next, depends_on: [next] })),
    ...ring('TM', 2, (next) => ({ parent: next, workstream: 'WS-1', team: next })),
  ]);
  expect(codesOf(program).length).toBeGreaterThan(0);
});

test('people who stand in for each other sign nothing by that', () => {
  const roles = [
    { role: 'security_grc', person: 'ana', delegate_of: 'li' },
    { role: 'security_grc', person: 'li', delegate_of: 'ana' },
    { role: 'executive_sponsor', person: 'tom', delegate_of: 'tom' },
  ];
  const program = programOf(
    [
      { id: 'G-1', required_signoffs: [{ role: 'security_grc' }], milestone: 'M-1' },
      { id: 'M-1', gate: 'G-1' },
    ],
    [
      {
        path: 'people.yaml',
        text: JSON.stringify({ people: ['ana', 'li', 'tom'].map((id) => ({ id, name: id })) }),
      },
      { path: 'roles.yaml', text: JSON.stringify({ roles }) },
    ],
  );
  expect(codesOf(program)).toBeDefined();
});

test('the steps of a runbook in a ring', () => {
  const steps = ['1', '2', '3'].map((n, at, all) => ({
    id: `REL-1.${n}`,
    title: 'Do it',
    after: [`REL-1.${all[(at + 1) % 3]}`],
    duration_min: 10,
  }));
  expect(codesOf(programOf([{ id: 'REL-1', steps }]))).toContain('DQ-03 step-cycle');
});

test('a gate and a milestone that name each other, and criteria of no gate', () => {
  const program = programOf([
    { id: 'M-1', gate: 'G-1' },
    { id: 'G-1', milestone: 'M-1' },
    { id: 'G-7.1' },
  ]);
  expect(codesOf(program)).toBeDefined();
});

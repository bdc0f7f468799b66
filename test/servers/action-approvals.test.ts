import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Ground, movedDate, startGround } from './action-ground.ts';
import type { Proposed } from './played-github.ts';

// Each run starts several real git processes, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.close());

const SPONSOR = 'maria-keller';

const proposeMove = (branch: string, more: Record<string, string> = {}): Promise<Proposed> =>
  ground.propose(branch, { ...movedDate(ground.github, '2026-06-26'), ...more });

const conclusion = async (pull: Proposed): Promise<string | undefined> => {
  const [check, ...others] = await ground.checks(pull);
  expect(others).toEqual([]);
  return check?.conclusion;
};

const judged = async (pull: Proposed, author = 'tom-berg'): Promise<string | undefined> => {
  await ground.run(pull, { author });
  return conclusion(pull);
};

test('a missing approval fails the check, and the approval turns the same check green', async () => {
  const pull = await proposeMove('gateway/approve');
  expect(await judged(pull)).toBe('failure');
  expect((await ground.checks(pull))[0]?.output.title).toMatch(/^1 approval missing/);
  await ground.review(pull, SPONSOR, 'APPROVE');
  expect(await judged(pull)).toBe('success');
  expect((await ground.checks(pull))[0]?.output.title).toMatch(/^All approvals given/);
  expect((await ground.comments(pull))[0]?.body).toContain('Approved (Maria Keller, reviewed)');
});

test('the word of somebody who does not hold the role changes nothing', async () => {
  const pull = await proposeMove('gateway/stranger');
  await ground.review(pull, 'stranger', 'APPROVE');
  expect(await judged(pull)).toBe('failure');
});

test('nobody approves a change of their own', async () => {
  const pull = await proposeMove('gateway/own');
  await ground.review(pull, SPONSOR, 'APPROVE');
  expect(await judged(pull, SPONSOR)).toBe('failure');
  expect((await ground.comments(pull))[0]?.body).toContain('Who made the change cannot approve it');
});

test('a pull request cannot name its own approver: roles count as of the merge base', async () => {
  const { github } = ground;
  const roles = `${github.read('program/roles.yaml').trimEnd()}\n  - {role: executive_sponsor, person: "@stranger", scope: program, from: 2026-01-05}\n`;
  const pull = await proposeMove('gateway/roles', { 'program/roles.yaml': roles });
  await ground.review(pull, 'stranger', 'APPROVE');
  expect(await judged(pull)).toBe('failure');
});

test('a pull request cannot switch the rule off: policy counts as of the merge base', async () => {
  const pull = await proposeMove('gateway/policy', {
    'program/policy.yaml': 'controlled: []\n',
    'program/program.yaml': ground.github
      .read('program/program.yaml')
      .replace('profile: standard', 'profile: lite'),
  });
  expect(await judged(pull)).toBe('failure');
});

test('an approval outlives later commits that leave the approved fields alone, and no others', async () => {
  const pull = await proposeMove('gateway/later');
  await ground.review(pull, SPONSOR, 'APPROVE');
  const beside = await ground.push(pull, { 'src/other.ts': 'export {};\n' });
  expect(await judged(beside)).toBe('success');
  const further = await ground.push(beside, movedDate(ground.github, '2026-07-10'));
  expect(await judged(further)).toBe('failure');
  const comments = await ground.comments(pull);
  expect(comments[0]?.body).toContain('moved on after it was approved');
});

test('a request for changes, or a dismissal, takes the approval back; a comment does not', async () => {
  const { github } = ground;
  const pull = await proposeMove('gateway/back');
  const review = await ground.review(pull, SPONSOR, 'APPROVE');
  await ground.review(pull, SPONSOR, 'COMMENT');
  expect(await judged(pull)).toBe('success');
  await github.in('PUT', `/pulls/${pull.number}/reviews/${review}/dismissals`, { message: 'no' });
  expect(await judged(pull)).toBe('failure');
  await ground.review(pull, SPONSOR, 'APPROVE');
  expect(await judged(pull)).toBe('success');
  await ground.review(pull, SPONSOR, 'REQUEST_CHANGES');
  expect(await judged(pull)).toBe('failure');
});

test('where policy asks for enforced evidence, a review is enough once the repository requires this check', async () => {
  const { github } = ground;
  const policy = 'rules: []\nmin_evidence: {DR-06: L2}\n';
  await github.commit({ branch: 'main', from: 'main', files: { 'program/policy.yaml': policy } });
  const pull = await proposeMove('gateway/enforced');
  await ground.review(pull, SPONSOR, 'APPROVE');
  expect(await judged(pull)).toBe('failure');
  // The played GitHub has no rules of repositories: only their names are given here.
  const requires = (names: readonly string[]) =>
    ground.run(pull, {
      world: ({ api }) => ({
        api: (options) => ({ ...api(options), requiredChecks: async () => names }),
      }),
    });
  await requires(['build']);
  expect(await conclusion(pull)).toBe('failure');
  await requires(['build', 'milepost']);
  expect(await conclusion(pull)).toBe('success');
});

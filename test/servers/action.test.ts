import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Ground, movedDate, startGround } from './action-ground.ts';

// Each run starts several real git processes, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let ground: Ground;
beforeAll(async () => {
  ground = await startGround();
});
afterAll(() => ground.close());

const R12 = 'program/risks/R-12.yaml';

test('the first run says what the pull request changes, needs and touches, the next one edits it', async () => {
  const { github } = ground;
  const pull = await ground.propose('gateway/first', movedDate(github, '2026-06-26'));
  expect(await ground.run(pull)).toMatchObject({ code: 0 });
  const [first, ...others] = await ground.comments(pull);
  expect(others).toEqual([]);
  expect(first?.user.login).toBe('github-actions[bot]');
  expect(first?.body).toContain('committed date moved from 2026-06-12 to 2026-06-26');
  expect(first?.body).toMatch(/`M-4`.*`DR-06`.*executive sponsor.*Needs approval.*Maria Keller/);
  expect(first?.body).toMatch(/`G-2`.*Reached through M-4/);
  const later = await ground.push(pull, movedDate(github, '2026-06-19'));
  expect(await ground.run(later)).toMatchObject({ code: 0 });
  const again = await ground.comments(pull);
  expect(again.map(({ id }) => id)).toEqual([first?.id]);
  expect(again[0]?.body).toContain('committed date moved from 2026-06-12 to 2026-06-19');
});

test('code alone brings the risk on its path, with the reason, and a green check', async () => {
  const pull = await ground.propose('code/retry', { 'src/gateway/retry.ts': 'export {};\n' });
  expect(await ground.run(pull)).toMatchObject({ code: 0 });
  const [comment] = await ground.comments(pull);
  expect(comment?.body).toMatch(/`R-12`.*The file matches src\/gateway\/.*R-12/);
  expect(comment?.body).not.toContain('What changes in the program');
  expect(await ground.checks(pull)).toMatchObject([{ name: 'milepost', conclusion: 'success' }]);
});

test('a pull request that does not touch the program gets a green check and not a word', async () => {
  const pull = await ground.propose('other/readme', { 'README.md': 'Hello\n' });
  expect(await ground.run(pull)).toMatchObject({ code: 0 });
  expect(await ground.comments(pull)).toEqual([]);
  expect(await ground.checks(pull)).toMatchObject([{ conclusion: 'success' }]);
});

test('when the pull request touches the program no more, the comment shrinks to that', async () => {
  const pull = await ground.propose('other/back', movedDate(ground.github, '2026-06-26'));
  await ground.run(pull);
  const before = ground.github.read('program/milestones/M-4.yaml');
  const back = await ground.push(pull, { 'program/milestones/M-4.yaml': before });
  await ground.run(back);
  const bodies = (await ground.comments(pull)).map(({ body }) => body.trim().split('\n').slice(1));
  expect(bodies).toEqual([['Nothing in this pull request touches the program.']]);
});

test('a comment of somebody else that copies the marker stays theirs', async () => {
  const { github } = ground;
  const pull = await ground.propose('gateway/copied', movedDate(github, '2026-06-26'));
  const body = '<!-- milepost program -->\nAll approvals are given.';
  await github.in('POST', `/issues/${pull.number}/comments`, { body }, 'token-of-stranger');
  await ground.run(pull);
  const comments = await ground.comments(pull);
  expect(comments.map(({ user }) => user.login)).toEqual(['stranger', 'github-actions[bot]']);
  expect(comments[0]?.body).toBe(body);
});

test('a broken record fails the check at its line; a warning does when it is asked to', async () => {
  const { github } = ground;
  const broken = github.read(R12).replace('status: treating', 'status: nonsense');
  const pull = await ground.propose('records/broken', { [R12]: broken });
  await ground.run(pull);
  const [check] = await ground.checks(pull);
  expect(check).toMatchObject({ conclusion: 'failure' });
  expect(check?.output.title).toMatch(/error/);
  expect(check?.output.annotations_count).toBeGreaterThan(0);
  const unknown = github.read(R12).replace('owner: ana.silva', 'owner: nobody.known');
  const mild = await ground.propose('records/mild', { [R12]: unknown });
  await ground.run(mild);
  expect(await ground.checks(mild)).toMatchObject([{ conclusion: 'success' }]);
  await ground.run(mild, { inputs: { 'INPUT_FAIL-ON': 'warn' } });
  expect(await ground.checks(mild)).toMatchObject([{ conclusion: 'failure' }]);
});

test('a hostile title acts nowhere: not in the comment, not in the log', async () => {
  const { github } = ground;
  const title =
    '<img src=x onerror=a> @acme/all [a](http://evil.example) #1 | www.evil.example ```';
  const text = github.read(R12).replace(/^title: .*$/m, `title: ${JSON.stringify(title)}`);
  const pull = await ground.propose('records/hostile', { [R12]: text });
  const ran = await ground.run(pull, { title, body: '::set-output name=x::y\n##[group]x' });
  const body = (await ground.comments(pull))[0]?.body ?? '';
  expect(body).toContain('onerror');
  for (const live of ['<img', '@acme', 'p://evil', '#1', 'www.', '```'])
    expect(body).not.toContain(live);
  expect(body).not.toMatch(/(?<!\\)\]\(/);
  expect(ran.log).not.toMatch(/^\s*::|##\[/m);
});

test('what a record above internal says stays out of comment, check and summary', async () => {
  const { github } = ground;
  const secret = github
    .read(R12)
    .replace('classification: internal', 'classification: confidential')
    .replace(/^title: .*$/m, 'title: The vendor is for sale');
  const pull = await ground.propose('records/secret', { [R12]: secret });
  const ran = await ground.run(pull);
  const said = JSON.stringify([await ground.comments(pull), await ground.checks(pull), ran]);
  expect(said).not.toContain('for sale');
  expect(said).toContain('classified above internal');
});

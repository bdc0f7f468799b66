import type { Edit, FieldOp } from '@milepost/shared/change/edit';
import { rebaseEdit } from '@milepost/shared/change/rebase-edit';
import { expect, test } from 'vitest';
import { setTitle } from '../contract/sample-edits.ts';
import { connect, someHost, states, titles } from '../contract/sample-store.ts';
import type { Choice } from '../store.ts';
import { resolveEdit } from './resolve-edit.ts';

const path = 'risks/R-1.yaml';
const never = new AbortController().signal;

const change = (...ops: FieldOp[]): Edit => ({
  intent: 'edit-risk',
  items: ['R-1'],
  summary: 'Edit risk R-1',
  files: [{ kind: 'change', path, ops }],
});

/** The edit after the choices, carried over to `theirs`: its operations, or what is still in conflict. */
const resolved = (edit: Edit, theirs: string, choose: (field: readonly unknown[]) => object) => {
  const read = () => theirs;
  const first = rebaseEdit(edit, read);
  const conflicts = first.ok ? [] : first.error;
  const choices = conflicts.map(({ field }) => ({ path, field, ...choose(field) }) as Choice);
  const again = rebaseEdit(resolveEdit(edit, conflicts, choices), read);
  return again.ok
    ? again.value.files.flatMap((file) => ('ops' in file ? file.ops : []))
    : again.error;
};

const rename = change({ op: 'set', path: ['title'], value: 'mine', was: 'old' });

test('mine replaces theirs, and only theirs', () => {
  expect(resolved(rename, 'title: theirs\n', () => ({ take: 'mine' }))).toEqual([
    { op: 'set', path: ['title'], value: 'mine', was: 'theirs' },
  ]);
});

test('theirs leaves nothing to do', () => {
  expect(resolved(rename, 'title: theirs\n', () => ({ take: 'theirs' }))).toEqual([]);
});

test('a third value replaces both', () => {
  const choose = () => ({ take: 'value', value: 'both' });
  expect(resolved(rename, 'title: theirs\n', choose)).toEqual([
    { op: 'set', path: ['title'], value: 'both', was: 'theirs' },
  ]);
});

test('a value they removed can be put back, and one they changed can be removed', () => {
  expect(resolved(rename, 'id: R-1\n', () => ({ take: 'mine' }))).toEqual([
    { op: 'set', path: ['title'], value: 'mine', was: undefined },
  ]);
  const remove = change({ op: 'remove', path: ['title'], was: 'old' });
  expect(resolved(remove, 'title: theirs\n', () => ({ take: 'mine' }))).toEqual([
    { op: 'remove', path: ['title'], was: 'theirs' },
  ]);
});

test('fields inside one value are chosen one by one', () => {
  const edit = change({
    op: 'set',
    path: ['provider'],
    value: { team: 'a', owner: 'b' },
    was: { team: 'x', owner: 'y' },
  });
  const theirs = 'provider:\n  team: c\n  owner: d\n';
  const choose = (field: readonly unknown[]) => ({ take: field[1] === 'team' ? 'mine' : 'theirs' });
  expect(resolved(edit, theirs, choose)).toEqual([
    {
      op: 'set',
      path: ['provider'],
      value: { team: 'a', owner: 'd' },
      was: { team: 'c', owner: 'd' },
    },
  ]);
});

test('what was not chosen stays in conflict', () => {
  const edit = change(
    { op: 'set', path: ['title'], value: 'mine', was: 'old' },
    { op: 'set', path: ['owner'], value: 'me', was: 'nobody' },
  );
  const read = () => 'title: theirs\nowner: them\n';
  const first = rebaseEdit(edit, read);
  const choice: Choice = { path, field: ['title'], take: 'mine' };
  const next = resolveEdit(edit, first.ok ? [] : first.error, [choice]);
  const again = rebaseEdit(next, read);
  expect(again.ok ? [] : again.error.map(({ field }) => field)).toEqual([['owner']]);
});

test('a sign-off that two people made is chosen key by key', () => {
  const data = { gate: 'G-1', role: 'pm', comment: 'mine' };
  const edit: Edit = { ...rename, files: [{ kind: 'create', path, id: undefined, data }] };
  const theirs = 'gate: G-1\nrole: pm\ncomment: theirs\n';
  expect(resolved(edit, theirs, () => ({ take: 'mine' }))).toEqual([
    { op: 'set', path: ['comment'], value: 'mine', was: 'theirs' },
  ]);
});

test('a file that is gone can only be given up', () => {
  const read = () => undefined;
  const first = rebaseEdit(rename, read);
  const conflicts = first.ok ? [] : first.error;
  const choose = (take: 'mine' | 'theirs') =>
    resolveEdit(rename, conflicts, [{ path, field: [], take }]).files;
  expect(choose('mine')).toEqual(rename.files);
  expect(choose('theirs')).toEqual([]);
});

test('a conflict survives a restart with both values and its authors, and a choice ends it', async () => {
  const host = await someHost();
  const { store, reopen } = connect(host);
  await store.sync(never);
  const saved = await store.edit(setTitle(1, 'Mine', 'One'), 'because');
  const text = 'id: R-1\ntitle: Theirs\nstatus: proposed\n';
  await host.commit([{ path, text }], 'Theirs');
  await store.sync(never);
  const again = reopen();
  const [conflict] = await again.conflicts();
  expect(conflict).toMatchObject({ base: 'One', mine: 'Mine', theirs: 'Theirs', note: 'because' });
  expect(conflict?.author?.name).toBe('Ada');
  expect(conflict?.their?.authors.map(({ name }) => name)).toEqual(['Someone']);
  const operation = saved.ok ? saved.value.operation : '';
  const gone = await again.resolve(operation, [{ path, field: ['title'], take: 'theirs' }]);
  expect(gone).toMatchObject({ ok: true, value: { state: 'published' } });
  expect(await states(again)).toEqual([]);
  expect(await titles(again)).toContain('R-1 Theirs');
});

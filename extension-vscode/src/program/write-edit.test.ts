import type { Edit } from '@milepost/shared/change/edit';
import { describe, expect, test } from 'vitest';
import { aFolder, CHARTER } from './a-folder.ts';
import { programModel } from './program-model.ts';
import { writeEdit } from './write-edit.ts';

const FILE = 'risks/R-1.yaml';
const TEXT = '# ours\nid: R-1\ntitle: May fail # still\nstatus: proposed\n';

const edit: Edit = {
  intent: 'edit-fields',
  items: ['R-1'],
  summary: 'Rename R-1',
  files: [
    {
      kind: 'change',
      path: FILE,
      ops: [{ op: 'set', path: ['title'], value: 'Will fail', was: 'May fail' }],
    },
    { kind: 'create', path: 'risks/R-2.yaml', id: 'R-2', data: { id: 'R-2', title: 'New one' } },
  ],
};

async function start() {
  const folder = aFolder({ 'program.yaml': CHARTER, [FILE]: TEXT });
  const program = await programModel(folder, () => undefined).program();
  return { folder, write: () => writeEdit(folder, program, edit) };
}

describe('writing an edit into the working copy', () => {
  test('changes one line, keeps comments and says what was before', async () => {
    const { folder, write } = await start();
    const written = await write();
    expect(folder.text(FILE)).toBe(TEXT.replace('May fail', 'Will fail'));
    expect(folder.text('risks/R-2.yaml')).toContain('title: New one');
    expect(written.ok && written.value.map(({ path, before }) => [path, before])).toEqual([
      [FILE, TEXT],
      ['risks/R-2.yaml', undefined],
    ]);
  });

  test('a file that changed meanwhile stops the whole edit', async () => {
    const { folder, write } = await start();
    folder.put(FILE, `${TEXT}owner: ann\n`);
    expect(await write()).toEqual({ ok: false, error: { code: 'changed-meanwhile', path: FILE } });
    expect(folder.files.has('risks/R-2.yaml')).toBe(false);
  });

  test('a new file whose place was taken meanwhile is not written over', async () => {
    const { folder, write } = await start();
    folder.put('risks/R-2.yaml', 'id: R-2\ntitle: Somebody else\n');
    expect(await write()).toMatchObject({ error: { code: 'changed-meanwhile' } });
    expect(folder.text(FILE)).toBe(TEXT);
  });

  test('unsaved changes in an editor are not written over', async () => {
    const { folder, write } = await start();
    folder.unsaved.add(FILE);
    expect(await write()).toMatchObject({ error: { code: 'unsaved', path: FILE } });
    expect(folder.text(FILE)).toBe(TEXT);
  });

  test('a file that is not UTF-8 is left as it is', async () => {
    const folder = aFolder({ 'program.yaml': CHARTER });
    const bytes = Uint8Array.from([...new TextEncoder().encode(TEXT), 0x23, 0xff, 0x0a]);
    folder.files.set(FILE, bytes);
    const program = await programModel(folder, () => undefined).program();
    expect(await writeEdit(folder, program, edit)).toMatchObject({ error: { code: 'not-utf8' } });
    expect(folder.files.get(FILE)).toBe(bytes);
  });
});

import { describe, expect, test, vi } from 'vitest';
import { aFolder, CHARTER } from './a-folder.ts';
import { programModel } from './program-model.ts';

const risk = (id: string, title = 'May fail') => `id: ${id}\ntitle: ${title}\nstatus: proposed\n`;

const start = () => {
  const folder = aFolder({ 'program.yaml': CHARTER, 'risks/R-1.yaml': risk('R-1') });
  const report = vi.fn();
  return { folder, report, model: programModel(folder, report) };
};

describe('a program of the workspace', () => {
  test('nothing is read before somebody asks', async () => {
    const { folder, model } = start();
    expect(folder.reads()).toBe(0);
    expect((await model.program()).records.has('R-1')).toBe(true);
  });

  test('a changed file is read again; other records stay the same objects', async () => {
    const { folder, model } = start();
    folder.put('risks/R-2.yaml', risk('R-2'));
    const before = await model.program();
    folder.put('risks/R-2.yaml', risk('R-2', 'May fail twice'));
    await model.refresh(['risks/R-2.yaml']);
    const after = await model.program();
    expect(after.records.get('R-2')?.data.title).toBe('May fail twice');
    expect(after.records.get('R-1')).toBe(before.records.get('R-1'));
  });

  test('a removed folder takes its files with it', async () => {
    const { folder, model } = start();
    await model.program();
    folder.files.delete('risks/R-1.yaml');
    await model.refresh(['risks']);
    expect((await model.program()).records.size).toBe(0);
  });

  test('a file that was touched but not changed tells nobody', async () => {
    const { folder, model } = start();
    await model.program();
    const listener = vi.fn();
    model.onDidChange(listener);
    folder.changed('risks/R-1.yaml');
    await model.refresh(['risks/R-1.yaml']);
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('following changes', () => {
  test('two batches of changes do not overtake each other', async () => {
    const { folder, model } = start();
    await model.program();
    folder.put('risks/R-2.yaml', risk('R-2'));
    folder.put('risks/R-3.yaml', risk('R-3'));
    await Promise.all([model.refresh(['risks/R-2.yaml']), model.refresh(['risks/R-3.yaml'])]);
    expect([...(await model.program()).records.keys()].toSorted()).toEqual(['R-1', 'R-2', 'R-3']);
  });

  test('a file system that fails while following is reported and what was read stays', async () => {
    const { folder, model, report } = start();
    await model.program();
    folder.read = async () => {
      throw new Error('gone away');
    };
    await model.refresh(['risks/R-1.yaml']);
    expect(report).toHaveBeenCalledOnce();
    expect((await model.program()).records.has('R-1')).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { type Entry, isProgramPath, listProgram } from './program-folder.ts';

const folders: Record<string, Entry[]> = {
  '': [
    { name: 'program.yaml', is: 'file' },
    { name: 'package.yaml', is: 'file' },
    { name: 'node_modules', is: 'folder' },
    { name: 'risks', is: 'folder' },
  ],
  risks: [
    { name: 'R-1.yaml', is: 'file' },
    { name: 'notes.md', is: 'file' },
    { name: 'elsewhere.yaml', is: 'other' },
  ],
  gates: [{ name: 'G-2', is: 'folder' }],
  'gates/G-2': [
    { name: 'gate.yaml', is: 'file' },
    { name: 'criteria', is: 'folder' },
  ],
  'gates/G-2/criteria': [
    { name: 'G-2.3.yaml', is: 'file' },
    { name: 'deeper', is: 'folder' },
  ],
  'gates/G-2/criteria/deeper': [{ name: 'still.yaml', is: 'file' }],
};

describe('what belongs to a program folder', () => {
  test('record files are listed, links and everything else are not', async () => {
    const asked: string[] = [];
    const paths = await listProgram(async (folder) => {
      asked.push(folder);
      return folders[folder] ?? [];
    });
    expect(paths).toEqual([
      'gates/G-2/criteria/G-2.3.yaml',
      'gates/G-2/gate.yaml',
      'program.yaml',
      'risks/R-1.yaml',
    ]);
    expect(asked).not.toContain('node_modules');
    expect(asked).not.toContain('gates/G-2/criteria/deeper');
  });

  test('a path that would leave the folder is no program path', () => {
    expect(isProgramPath('risks/../../secret.yaml')).toBe(false);
    expect(isProgramPath('src/R-1.yaml')).toBe(false);
    expect(isProgramPath('risks/R-1.yaml')).toBe(true);
  });
});

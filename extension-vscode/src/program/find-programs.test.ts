import { describe, expect, test } from 'vitest';
import { cleanFolder, findPrograms, readPointer } from './find-programs.ts';

const root = (files: Record<string, string>, setting = '') => ({
  root: 'file:///w',
  setting,
  read: async (path: string) => files[path],
});
const folders = async (files: Record<string, string>, setting = '') =>
  (await findPrograms([root(files, setting)])).places.map((place) => place.folder);

describe('finding the program of a workspace', () => {
  test('program/ comes before the root', async () => {
    expect(await folders({ 'program/program.yaml': 'x', 'program.yaml': 'x' })).toEqual([
      'program',
    ]);
    expect(await folders({ 'program.yaml': 'x' })).toEqual(['']);
  });

  test('the setting wins, even over program/', async () => {
    const files = { 'plan/pay/program.yaml': 'x', 'program/program.yaml': 'x' };
    expect(await folders(files, './plan/pay/')).toEqual(['plan/pay']);
  });

  test('a setting that names a folder without a program finds none', async () => {
    expect(await folders({ 'program/program.yaml': 'x' }, 'nowhere')).toEqual([]);
  });

  test('a local pointer is followed, a foreign one is reported', async () => {
    expect(
      await folders({ '.milepost.yaml': 'program: plan\n', 'plan/program.yaml': 'x' }),
    ).toEqual(['plan']);
    const { places, elsewhere } = await findPrograms([
      root({ '.milepost.yaml': 'program: https://example.com/acme/program#main:program\n' }),
    ]);
    expect(places).toEqual([]);
    expect(elsewhere[0]?.program).toBe('https://example.com/acme/program#main:program');
  });

  test('no folder outside the workspace folder is ever read', async () => {
    expect(cleanFolder('../secret')).toBeUndefined();
    expect(cleanFolder('a/../../b')).toBeUndefined();
    expect(cleanFolder('C:\\x')).toBeUndefined();
    expect(cleanFolder('/plan/')).toBe('plan');
  });

  test('a pointer may be quoted and may carry a comment', () => {
    expect(readPointer('# x\nprogram: "plan" # ours\n')).toBe('plan');
    expect(readPointer('program: plan # ours')).toBe('plan');
    expect(readPointer('programs: plan')).toBeUndefined();
  });
});

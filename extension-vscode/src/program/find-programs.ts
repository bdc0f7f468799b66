/** Where a program was found: a workspace folder and the path of the program folder below it (`` is the root). */
export type ProgramPlace = { root: string; folder: string; why: 'setting' | 'pointer' | 'fixed' };

/** What `.milepost.yaml` names when the program lives in another repository. */
export type Elsewhere = { root: string; program: string };

export type Found = { places: readonly ProgramPlace[]; elsewhere: readonly Elsewhere[] };

/** A workspace folder as seen when looking for a program: a few fixed paths, never a scan (rulings D1). */
export type ProbedRoot = {
  root: string;
  /** The setting `milepost.program`, empty when not set. */
  setting: string;
  read(path: string): Promise<string | undefined>;
};

/** Places tried in every workspace folder, in this order. */
export const FIXED_FOLDERS = ['program', ''] as const;

const charterOf = (folder: string): string =>
  folder === '' ? 'program.yaml' : `${folder}/program.yaml`;

/** A folder below the workspace folder, or undefined when the text would leave it. */
export function cleanFolder(text: string): string | undefined {
  const parts = text
    .trim()
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || /^[a-z]:/i.test(text.trim())) return undefined;
  return parts.join('/');
}

/** The value of the `program` key, read as one plain line: a pointer has no other structure (rulings B11). */
export function readPointer(text: string): string | undefined {
  const line = /^program:[ \t]*(\S[^\r\n]*)$/m.exec(text)?.[1]?.trim();
  if (line === undefined) return undefined;
  const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(line);
  return quoted ? quoted[2] : line.replace(/\s+#.*$/, '');
}

const isLocal = (pointer: string): boolean => !/:\/\/|^[^/]+@|#/.test(pointer);

async function findInRoot(probe: ProbedRoot): Promise<Found> {
  const found = async (folder: string, why: ProgramPlace['why']) =>
    (await probe.read(charterOf(folder))) === undefined ? [] : [{ root: probe.root, folder, why }];
  const setting = probe.setting === '' ? undefined : cleanFolder(probe.setting);
  if (setting !== undefined) return { places: await found(setting, 'setting'), elsewhere: [] };
  for (const folder of FIXED_FOLDERS) {
    const places = await found(folder, 'fixed');
    if (places.length > 0) return { places, elsewhere: [] };
  }
  const pointer = readPointer((await probe.read('.milepost.yaml')) ?? '');
  if (pointer === undefined) return { places: [], elsewhere: [] };
  if (!isLocal(pointer)) return { places: [], elsewhere: [{ root: probe.root, program: pointer }] };
  const folder = cleanFolder(pointer);
  return { places: folder === undefined ? [] : await found(folder, 'pointer'), elsewhere: [] };
}

/**
 * Finds the programs of a workspace: the setting wins, then `program/`, the root, then where `.milepost.yaml`
 * points. At most one program per workspace folder.
 */
export async function findPrograms(roots: readonly ProbedRoot[]): Promise<Found> {
  const all = await Promise.all(roots.map(findInRoot));
  return {
    places: all.flatMap((one) => one.places),
    elsewhere: all.flatMap((one) => one.elsewhere),
  };
}

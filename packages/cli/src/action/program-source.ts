import type { Program, ProgramFile } from '@milepost/shared/program/program';
import type { ReadCache } from '@milepost/shared/program/read-cache';
import { readProgram } from '@milepost/shared/program/read-program';
import { fail, ok, type Result } from '@milepost/shared/result';
import type { GitHost, HostFailure, TreeFile } from '@milepost/store/git-host';

/** The program at one commit: records read as data, and blob ids by path below the folder to compare commits by. */
export type ProgramAt = { program: Program; blobs: ReadonlyMap<string, string> };

/** Reads programs out of Git objects: nothing is checked out, nothing of the repository runs (rulings E2). */
export type ProgramSource = {
  /** A commit without the folder has the empty program. */
  at(commit: string): Promise<Result<ProgramAt, HostFailure>>;
};

type Reading = Pick<GitHost, 'tree' | 'blobs'>;

async function filesAt(
  host: Reading,
  commit: string,
  signal: AbortSignal,
): Promise<Result<readonly TreeFile[], HostFailure>> {
  const tree = await host.tree(commit, signal);
  if (tree.ok) return ok(tree.value.filter(({ path }) => path.endsWith('.yaml')));
  return tree.error.code === 'folder-not-found' ? ok([]) : tree;
}

/** A source that asks for and reads each text once, however many commits have it. */
export function programSource(host: Reading, signal: AbortSignal): ProgramSource {
  const texts = new Map<string, string>();
  const readings: ReadCache = new Map();
  return {
    async at(commit) {
      const files = await filesAt(host, commit, signal);
      if (!files.ok) return files;
      const lacking = new Set(files.value.map(({ blob }) => blob).filter((id) => !texts.has(id)));
      const fetched = await host.blobs([...lacking], signal);
      if (!fetched.ok) return fail(fetched.error);
      for (const [id, text] of fetched.value) texts.set(id, text);
      const read = files.value.map(
        ({ path, blob }): ProgramFile => ({ path, blob, text: texts.get(blob) ?? '' }),
      );
      const blobs = new Map(files.value.map(({ path, blob }) => [path, blob]));
      return ok({ program: readProgram(read, readings), blobs });
    },
  };
}

/** Paths below the folder that differ between two commits. */
export function changedFiles(before: ProgramAt, after: ProgramAt): ReadonlySet<string> {
  const paths = [...new Set([...before.blobs.keys(), ...after.blobs.keys()])];
  return new Set(paths.filter((path) => before.blobs.get(path) !== after.blobs.get(path)));
}

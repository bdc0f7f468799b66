import { deepStrictEqual, notStrictEqual, strictEqual } from 'node:assert';
import type { FileChange } from '@milepost/shared/program/program';
import type { Result } from '@milepost/shared/result';
import { blobId } from '../git/object-id.ts';
import type { Author, CommitMessage, GitHost, HostFailure, PreparedCommit } from '../git-host.ts';

/** What a driver brings to the contract: a repository that holds `contractFiles`, and a second person who writes to it. */
export type ContractSetup = {
  /** A new connection to the same repository. */
  connect(): GitHost;
  /** Commits on the branch as somebody else and gives the new head. */
  commit(changes: readonly FileChange[]): Promise<string>;
  /** Everything in the program folder at the head, by path. */
  read(): Promise<ReadonlyMap<string, string>>;
};

export type ContractCase = { title: string; run(setup: ContractSetup): Promise<void> };

export const contractFiles: readonly { path: string; text: string }[] = [
  { path: 'program.yaml', text: 'format: milepost/1\nname: Contract\nkey: contract\n' },
  { path: 'risks/R-1.yaml', text: 'id: R-1\ntitle: "Ünïcode 🚩"\n' },
  { path: 'risks/R-2.yaml', text: '\uFEFFid: R-2\r\ntitle: Other\r\n' },
  { path: 'gates/G-1/criteria/G-1.1.yaml', text: 'id: G-1.1\n' },
];

const author: Author = { name: 'Ada', email: 'ada@example.org' };
/** One operation each, as the engine makes them: a host may know a commit by its operation alone. */
const messageFor = (operation: string): CommitMessage => ({
  summary: 'Change',
  trailers: [
    ['Program-Item', 'R-1'],
    ['Milepost-Operation', operation],
  ],
});
const at = '2026-03-01T10:00:00Z';
const never = new AbortController().signal;

const take = <Value>(result: Result<Value, HostFailure>): Value => {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail ?? ''}`);
  return result.value;
};

const headOf = async (host: GitHost): Promise<string> => take(await host.head(undefined, never));

const prepare = async (host: GitHost, changes: readonly FileChange[], operation = 'op-1') =>
  take(await host.prepare(await headOf(host), changes, messageFor(operation), author, at, never));

/** The id under which a pushed commit is in the history. */
const landedId = (host: GitHost, { id }: PreparedCommit): string => host.landed?.(id) ?? id;

const readAll = async (host: GitHost): Promise<ReadonlyMap<string, string>> => {
  const files = take(await host.tree(await headOf(host), never));
  const texts = take(
    await host.blobs(
      files.map((file) => file.blob),
      never,
    ),
  );
  return new Map(files.map((file) => [file.path, texts.get(file.blob) ?? '']));
};

const readsEveryFile: ContractCase = {
  title: 'every file of the folder is read, byte for byte, under its Git blob id',
  run: async ({ connect }) => {
    const host = connect();
    const files = take(await host.tree(await headOf(host), never));
    const expected = await Promise.all(
      contractFiles.map(async ({ path, text }) => [path, await blobId(text)]),
    );
    deepStrictEqual(
      files.map(({ path, blob }) => [path, blob]),
      expected.sort(),
    );
    deepStrictEqual(
      await readAll(host),
      new Map(
        [...contractFiles]
          .sort((a, b) => (a.path < b.path ? -1 : 1))
          .map(({ path, text }) => [path, text]),
      ),
    );
  },
};

const seesMovement: ContractCase = {
  title: 'a head we have seen is unchanged until somebody commits',
  run: async ({ connect, commit }) => {
    const host = connect();
    const seen = await headOf(host);
    strictEqual(take(await host.head(seen, never)), 'unchanged');
    const moved = await commit([{ path: 'risks/R-3.yaml', text: 'id: R-3\n' }]);
    strictEqual(take(await host.head(seen, never)), moved);
  },
};

const readsChanges: ContractCase = {
  title: 'a newer commit is read after an older one, with what was added, changed and removed',
  run: async ({ connect, commit, read }) => {
    const host = connect();
    await readAll(host);
    await commit([
      { path: 'risks/R-1.yaml', text: undefined },
      { path: 'risks/R-2.yaml', text: 'id: R-2\ntitle: New\n' },
      { path: 'decisions/DEC-1.yaml', text: 'id: DEC-1\n' },
    ]);
    deepStrictEqual(await readAll(host), await read());
  },
};

const pushes: ContractCase = {
  title: 'a prepared commit is sent as it was prepared and leaves every other file alone',
  run: async ({ connect, read }) => {
    const host = connect();
    const before = new Map(await read());
    const prepared = await prepare(host, [
      { path: 'risks/R-1.yaml', text: 'id: R-1\ntitle: Mine\n' },
      { path: 'releases/REL-1/plan.yaml', text: 'id: REL-1\n' },
      { path: 'gates/G-1/criteria/G-1.1.yaml', text: undefined },
    ]);
    strictEqual(take(await host.push(prepared, never)), 'pushed');
    strictEqual(await headOf(connect()), landedId(host, prepared));
    before.set('risks/R-1.yaml', 'id: R-1\ntitle: Mine\n');
    before.set('releases/REL-1/plan.yaml', 'id: REL-1\n');
    before.delete('gates/G-1/criteria/G-1.1.yaml');
    deepStrictEqual(new Map([...(await readAll(connect()))].sort()), new Map([...before].sort()));
  },
};

const isRepeatable: ContractCase = {
  title: 'preparing the same change at the same moment gives the same commit id',
  run: async ({ connect }) => {
    const changes = [{ path: 'risks/R-1.yaml', text: 'id: R-1\n' }];
    const first = await prepare(connect(), changes);
    const again = await prepare(connect(), changes);
    strictEqual(first.id, again.id);
    notStrictEqual(first.id, first.parent);
  },
};

const refusesMoved: ContractCase = {
  title: 'a commit on a head that moved is not sent',
  run: async ({ connect, commit, read }) => {
    const host = connect();
    const prepared = await prepare(host, [{ path: 'risks/R-1.yaml', text: 'id: R-1\nmine: 1\n' }]);
    await commit([{ path: 'risks/R-2.yaml', text: 'id: R-2\ntheirs: 1\n' }]);
    const before = await read();
    strictEqual(take(await host.push(prepared, never)), 'moved');
    deepStrictEqual(await read(), before);
  },
};

const oneWins: ContractCase = {
  title: 'of several commits on one head exactly one is taken',
  run: async ({ connect }) => {
    const prepared = await Promise.all(
      [1, 2, 3, 4].map(async (number) => {
        const host = connect();
        const changes = [{ path: `risks/R-${10 + number}.yaml`, text: `id: R-${10 + number}\n` }];
        return { host, commit: await prepare(host, changes, `op-${number}`) };
      }),
    );
    const outcomes = await Promise.all(
      prepared.map(async ({ host, commit }) => take(await host.push(commit, never))),
    );
    deepStrictEqual(outcomes.toSorted(), ['moved', 'moved', 'moved', 'pushed']);
  },
};

const knowsHistory: ContractCase = {
  title: 'what was pushed is found again, also below later commits, and nothing else is',
  run: async ({ connect, commit }) => {
    const host = connect();
    const prepared = await prepare(host, [{ path: 'risks/R-1.yaml', text: 'id: R-1\nx: 1\n' }]);
    strictEqual(take(await host.contains(prepared.id, never)), false);
    take(await host.push(prepared, never));
    for (let count = 0; count < 3; count += 1)
      await commit([{ path: 'risks/R-2.yaml', text: `id: R-2\nx: ${count}\n` }]);
    strictEqual(take(await connect().contains(prepared.id, never)), true);
    strictEqual(take(await connect().contains('1'.repeat(40), never)), false);
  },
};

const knowsParents: ContractCase = {
  title: 'the commit that an edit was made on stays in the history',
  run: async ({ connect }) => {
    const host = connect();
    const prepared = await prepare(host, [{ path: 'risks/R-1.yaml', text: 'id: R-1\nx: 1\n' }]);
    take(await host.push(prepared, never));
    strictEqual(take(await connect().contains(prepared.parent, never)), true);
  },
};

const stops: ContractCase = {
  title: 'an aborted signal stops every call with `cancelled`',
  run: async ({ connect }) => {
    const host = connect();
    const head = await headOf(host);
    const prepared = await prepare(host, [{ path: 'risks/R-1.yaml', text: 'x: 1\n' }]);
    const gone = AbortSignal.abort();
    const fresh = connect();
    const calls = await Promise.all([
      fresh.head(undefined, gone),
      fresh.tree(head, gone),
      fresh.blobs(['1'.repeat(40)], gone),
      fresh.prepare(head, [], messageFor('op-2'), author, at, gone),
      fresh.push(prepared, gone),
      fresh.contains(head, gone),
    ]);
    for (const call of calls) strictEqual(call.ok ? 'ok' : call.error.code, 'cancelled');
  },
};

/** What every `GitHost` does, whatever is behind it. Each case gets a repository of its own. */
export const gitHostContract: readonly ContractCase[] = [
  readsEveryFile,
  seesMovement,
  readsChanges,
  pushes,
  isRepeatable,
  refusesMoved,
  oneWins,
  knowsHistory,
  stops,
];

/** What hosts with a history do besides; a folder has none. */
export const historyContract: readonly ContractCase[] = [knowsParents];

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileChange } from '@milepost/shared/program/program';
import { afterEach, expect, test } from 'vitest';
import { contractFiles, gitHostContract } from '../contract/git-host-contract.ts';
import { memoryHandle } from '../contract/memory-handles.ts';
import { MemoryNodes } from '../contract/memory-nodes.ts';
import { memoryWorkspace } from '../contract/memory-workspace.ts';
import { decodeText, encodeText } from '../git/join-bytes.ts';
import { folderHost } from './folder.ts';
import { type FolderHandle, handleFolder } from './folder-handles.ts';
import { nodeFolder } from './folder-node.ts';
import type { FolderPort } from './folder-port.ts';
import { workspaceFolder } from './folder-workspace.ts';

/** The port, and the same files from outside. */
type Ground = {
  port: FolderPort;
  write(path: string, text: string | undefined): Promise<void>;
  read(path: string): Promise<string>;
};

const never = new AbortController().signal;
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const onDisk = async (): Promise<Ground> => {
  const root = await mkdtemp(join(tmpdir(), 'milepost-folder-'));
  folders.push(root);
  return {
    port: nodeFolder(root),
    read: (path) => readFile(join(root, path), 'utf8'),
    write: async (path, text) => {
      if (text === undefined) return rm(join(root, path));
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    },
  };
};

const inMemory = (portOf: (nodes: MemoryNodes) => FolderPort) => async (): Promise<Ground> => {
  const nodes = new MemoryNodes();
  return {
    port: portOf(nodes),
    read: async (path) => decodeText(nodes.files.get(path)?.bytes ?? new Uint8Array()),
    write: async (path, text) => {
      if (text === undefined) nodes.remove(path);
      else nodes.write(path, encodeText(text));
    },
  };
};

const grounds: readonly (readonly [string, () => Promise<Ground>])[] = [
  ['node:fs', onDisk],
  ['File System Access', inMemory((nodes) => handleFolder(memoryHandle(nodes)))],
  ['vscode.workspace.fs', inMemory((nodes) => workspaceFolder(memoryWorkspace(nodes)))],
  ['a virtual workspace', inMemory((nodes) => workspaceFolder(memoryWorkspace(nodes, false)))],
];

const writeAll = async ({ write }: Ground, changes: readonly FileChange[]) => {
  for (const { path, text } of changes) await write(path, text);
};

const headOf = async (port: FolderPort): Promise<string> => {
  const head = await folderHost(port, 'x').head(undefined, never);
  return head.ok ? head.value : head.error.code;
};

const readAll = async ({ port, read }: Ground) => {
  const listed = await port.list();
  const paths = listed.ok ? listed.value.map(({ path }) => path).toSorted() : [];
  const texts = await Promise.all(paths.map(async (path) => [path, await read(path)] as const));
  return new Map(texts);
};

for (const [name, start] of grounds) {
  for (const { title, run } of gitHostContract)
    test(`folder by ${name}: ${title}`, async () => {
      const ground = await start();
      await writeAll(ground, contractFiles);
      await run({
        connect: () => folderHost(ground.port, name),
        commit: async (changes) => {
          await writeAll(ground, changes);
          return headOf(ground.port);
        },
        read: () => readAll(ground),
      });
    });

  test(`folder by ${name}: an edit from outside at the last moment is kept`, async () => {
    const { port, write, read } = await start();
    await write('risks/R-1.yaml', 'id: R-1\n');
    for (const text of ['mine: 1\n', undefined]) {
      const theirs = async (now: string | undefined) => now === 'nobody wrote this';
      const written = await port.writeAtomic('risks/R-1.yaml', text, theirs);
      expect(written).toEqual({ ok: true, value: 'changed' });
      expect(await read('risks/R-1.yaml')).toBe('id: R-1\n');
    }
    const listed = await port.list();
    expect(listed.ok && listed.value.map(({ path }) => path)).toEqual(['risks/R-1.yaml']);
  });

  test(`folder by ${name}: a path that leaves the folder is refused`, async () => {
    const { port } = await start();
    const written = await port.writeAtomic('../x.yaml', 'x: 1\n', async () => true);
    expect(written.ok ? 'ok' : written.error.code).toBe('broken');
    expect((await port.read('a/../../x.yaml')).ok).toBe(false);
  });

  test(`folder by ${name}: whoever watches is told of a change`, async () => {
    const { port, write } = await start();
    // Where the system cannot watch, the port says so.
    if (name === 'File System Access') return expect(port.watch).toBeUndefined();
    const stop = new AbortController();
    const told = new Promise<void>((resolve) => port.watch?.(resolve, stop.signal));
    await write('program.yaml', 'key: x\n');
    await told;
    stop.abort();
  });
}

test('the handles of the standard are what the driver takes', () => {
  const check = (handle: FileSystemDirectoryHandle): FolderHandle => handle;
  expect(check).toBeTypeOf('function');
});

test('a picked folder is observed where the browser can', async () => {
  const calls: string[] = [];
  class Observer {
    observe = async () => void calls.push('observe');
    disconnect = () => void calls.push('disconnect');
  }
  Object.assign(globalThis, { FileSystemObserver: Observer });
  const stop = new AbortController();
  handleFolder(memoryHandle(new MemoryNodes())).watch?.(() => undefined, stop.signal);
  stop.abort();
  Reflect.deleteProperty(globalThis, 'FileSystemObserver');
  expect(calls).toEqual(['observe', 'disconnect']);
});

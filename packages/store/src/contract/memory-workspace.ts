import type { WorkspaceFolder } from '../drivers/folder-workspace.ts';
import type { MemoryNodes } from './memory-nodes.ts';

const refusal = (code: string): Error => Object.assign(new Error(code), { code });

/** The editor's file system over files in memory; a path is its own address. */
export const memoryWorkspace = (nodes: MemoryNodes, isOnDisk = true): WorkspaceFolder<string> => {
  const nodeAt = (path: string) => {
    const node = nodes.files.get(path);
    if (node === undefined) throw refusal('FileNotFound');
    return node;
  };
  return {
    isOnDisk,
    at: (path) => path,
    watch: (listener, signal) => nodes.listen(listener, signal),
    files: {
      readDirectory: async (folder) =>
        [...nodes.children(folder)].map(([name, kind]) => [name, kind === 'file' ? 1 : 2]),
      stat: async (path) => ({ mtime: nodeAt(path).time, size: nodeAt(path).bytes.length }),
      readFile: async (path) => nodeAt(path).bytes,
      writeFile: async (path, bytes) => nodes.write(path, bytes),
      rename: async (from, to) => {
        const { bytes } = nodeAt(from);
        nodes.remove(from);
        nodes.write(to, bytes);
      },
      delete: async (path) => {
        if (!nodes.remove(path)) throw refusal('FileNotFound');
      },
    },
  };
};

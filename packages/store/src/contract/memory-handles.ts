import type { FileHandle, FolderHandle } from '../drivers/folder-handles.ts';
import { encodeText } from '../git/join-bytes.ts';
import type { MemoryNodes } from './memory-nodes.ts';

const refusal = (name: string) => new DOMException(name, name);

const fileHandle = (nodes: MemoryNodes, path: string): FileHandle => ({
  kind: 'file',
  getFile: async () => {
    const node = nodes.files.get(path);
    if (node === undefined) throw refusal('NotFoundError');
    const bytes = Uint8Array.from(node.bytes);
    return {
      size: bytes.length,
      lastModified: node.time,
      arrayBuffer: async () => bytes.buffer,
    };
  },
  createWritable: async () => {
    let swap = '';
    return {
      write: async (text) => {
        swap += text;
      },
      close: async () => nodes.write(path, encodeText(swap)),
      abort: async () => undefined,
    };
  },
});

/** A picked folder over files in memory: the standard's behaviour as far as the driver uses it. */
export const memoryHandle = (nodes: MemoryNodes, folder = ''): FolderHandle => {
  const below = (name: string) => (folder === '' ? name : `${folder}/${name}`);
  const kindOf = (name: string) => nodes.children(folder).get(name);
  const check = (name: string, wanted: 'file' | 'directory', create = false): void => {
    const kind = kindOf(name);
    if (kind === undefined && !create) throw refusal('NotFoundError');
    if (kind !== undefined && kind !== wanted) throw refusal('TypeMismatchError');
  };
  return {
    kind: 'directory',
    async *entries() {
      for (const [name, kind] of nodes.children(folder))
        yield kind === 'file'
          ? [name, fileHandle(nodes, below(name))]
          : [name, memoryHandle(nodes, below(name))];
    },
    getDirectoryHandle: async (name, options) => {
      check(name, 'directory', options?.create);
      return memoryHandle(nodes, below(name));
    },
    getFileHandle: async (name, options) => {
      check(name, 'file', options?.create);
      if (kindOf(name) === undefined) nodes.write(below(name), new Uint8Array());
      return fileHandle(nodes, below(name));
    },
    removeEntry: async (name) => {
      if (!nodes.remove(below(name))) throw refusal('NotFoundError');
    },
  };
};

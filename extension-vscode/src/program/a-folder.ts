import type { ProgramFolder } from '../ports/program-folder.ts';

/** A program folder in memory, for tests: files can be changed behind our back, as Git and editors do. */
export type FolderInMemory = ProgramFolder & {
  files: Map<string, Uint8Array>;
  unsaved: Set<string>;
  put(path: string, text: string): void;
  text(path: string): string | undefined;
  /** What the editor's watcher would say. */
  changed(...paths: string[]): void;
};

const bytes = (text: string) => new TextEncoder().encode(text);

/** `reads` counts how often a file or the list was asked for. */
export function aFolder(start: Record<string, string>): FolderInMemory & { reads: () => number } {
  const files = new Map<string, Uint8Array>(
    Object.entries(start).map(([path, text]) => [path, bytes(text)]),
  );
  const unsaved = new Set<string>();
  const listeners = new Set<(paths: readonly string[]) => void>();
  let reads = 0;
  return {
    name: 'acme/program',
    files,
    unsaved,
    reads: () => reads,
    put: (path, text) => void files.set(path, bytes(text)),
    text: (path) => {
      const found = files.get(path);
      return found && new TextDecoder('utf-8', { ignoreBOM: true }).decode(found);
    },
    changed(...paths) {
      for (const listener of listeners) listener(paths);
    },
    async list() {
      reads += 1;
      return [...files.keys()];
    },
    async read(path) {
      reads += 1;
      return files.get(path);
    },
    async write(path, content) {
      files.set(path, content);
    },
    isUnsaved: (path) => unsaved.has(path),
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const CHARTER = 'format: milepost/1\nprofile: lite\nname: Payments\nkey: pay\n';

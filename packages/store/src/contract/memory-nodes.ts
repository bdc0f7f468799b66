type Node = { bytes: Uint8Array; time: number };

/** Files in memory by path, under the facades that play a file system. Folders are there while files are in them. */
export class MemoryNodes {
  readonly files = new Map<string, Node>();
  readonly #listeners = new Set<() => void>();
  #now = 0;

  write(path: string, bytes: Uint8Array): void {
    this.#now += 1;
    this.files.set(path, { bytes, time: this.#now });
    for (const listener of this.#listeners) listener();
  }

  remove(path: string): boolean {
    const removed = this.files.delete(path);
    for (const listener of this.#listeners) listener();
    return removed;
  }

  /** Names directly below a folder, and whether each is a folder. */
  children(folder: string): ReadonlyMap<string, 'file' | 'directory'> {
    const prefix = folder === '' ? '' : `${folder}/`;
    const found = new Map<string, 'file' | 'directory'>();
    for (const path of this.files.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name = '', ...more] = path.slice(prefix.length).split('/');
      found.set(name, more.length > 0 ? 'directory' : 'file');
    }
    return found;
  }

  listen(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener));
  }
}

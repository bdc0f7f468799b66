import { type MemoryHost, memoryHost } from '../drivers/memory.ts';
import { failingHost } from './mortal-faults.ts';
import type { Seen } from './mortal-ledger.ts';
import type { Server } from './mortal-world.ts';
import { sampleCharter, sampleRisk } from './sample-edits.ts';

const never = new AbortController().signal;

export const sampleFiles = [sampleCharter, sampleRisk(1, 'One'), sampleRisk(2, 'Two')];

const textsOf = async (
  host: MemoryHost,
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> => {
  const texts = await host.blobs([...files.values()], never);
  if (!texts.ok) throw new Error(texts.error.code);
  return new Map([...files].map(([path, blob]) => [path, texts.value.get(blob) ?? '']));
};

const historyOf = async (host: MemoryHost): Promise<Seen[]> => {
  const commits = host.history();
  const byId = new Map(commits.map((commit) => [commit.id, commit]));
  const seen: Seen[] = [];
  const direct = new Set<string>();
  for (let id = commits.at(-1)?.id; id !== undefined; id = byId.get(id)?.parents[0]) direct.add(id);
  for (const { id, parents, files, message } of commits) {
    const old = byId.get(parents[0] ?? '')?.files ?? new Map<string, string>();
    const paths = [...new Set([...old.keys(), ...files.keys()])];
    const operations = message.trailers.flatMap(([key, value]) =>
      key === 'Milepost-Operation' && !value.startsWith('refresh-') ? [value] : [],
    );
    const texts = operations.length === 0 ? new Map<string, string>() : await textsOf(host, old);
    seen.push({
      operations,
      paths: paths.filter((path) => old.get(path) !== files.get(path)),
      before: (path) => texts.get(path),
      direct: direct.has(id),
    });
  }
  return seen;
};

const branchOf = (client: number): string => `milepost/client-${client}`;

/** The host of a campaign in this process. */
export const memoryServer = async (): Promise<Server> => {
  const host = await memoryHost(sampleFiles);
  return {
    folder: '',
    proposals: {
      branch: branchOf,
      connect: (plan, client) => failingHost(host.branch(branchOf(client)), plan),
      review: async (client, verdict) => {
        const branch = branchOf(client);
        if (verdict === 'merge' && !(await host.merge(branch))) return false;
        return host.remove(branch);
      },
    },
    connect: (plan) => failingHost(host, plan),
    commit: async (changes, elsewhere) => {
      // There is nothing beside the program in memory.
      if (elsewhere !== true) await host.commit(changes, 'By hand');
    },
    read: () => textsOf(host, host.history().at(-1)?.files ?? new Map()),
    history: () => historyOf(host),
  };
};

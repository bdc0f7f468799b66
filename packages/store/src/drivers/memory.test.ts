import { test } from 'vitest';
import { contractFiles, gitHostContract, historyContract } from '../contract/git-host-contract.ts';
import { decodeText } from '../git/join-bytes.ts';
import { memoryHost } from './memory.ts';

const never = new AbortController().signal;

for (const { title, run } of [...gitHostContract, ...historyContract])
  test(`memory: ${title}`, async () => {
    const host = await memoryHost(contractFiles);
    await run({
      connect: () => host,
      commit: (changes) => host.commit(changes, 'Theirs'),
      read: async () => {
        const files = host.history().at(-1)?.files ?? new Map<string, string>();
        const texts = await host.blobs([...files.values()], never);
        const textOf = (blob: string) => (texts.ok ? (texts.value.get(blob) ?? '') : '');
        return new Map([...files].sort().map(([path, blob]) => [path, textOf(blob)]));
      },
    });
  });

test('memory: a payload is plain text that a restart can send again', async () => {
  const host = await memoryHost(contractFiles);
  const head = await host.head(undefined, never);
  if (!head.ok) throw new Error('no head');
  const message = { summary: 'x', trailers: [] };
  const who = { name: 'a', email: 'b' };
  const at = '2026-01-02T00:00:00Z';
  const made = await host.prepare(head.value, [], message, who, at, never);
  if (!made.ok) throw new Error(made.error.code);
  JSON.parse(decodeText(made.value.payload));
});

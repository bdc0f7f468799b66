import type { GitHost, HostFailure } from '@milepost/store/git-host';
import type { CheckLine, CheckResult, ProgramAddress } from '../messages/own-message.ts';
import { words } from '../words.ts';
import { sayFailure } from './say-failure.ts';

type Open = (address: ProgramAddress & { token?: string }) => GitHost;

/** Longest a person waits for one step. */
const PATIENCE = 10_000;

const line = (name: string, state: CheckLine['state'], detail: string): CheckLine => ({
  name,
  state,
  detail,
});
const skipped = (name: string): CheckLine => line(name, 'skipped', words.notChecked);

/** The first failure stops the rest: the lines behind it say "not checked". */
function failed(at: 'repository' | 'folder', found: string, failure: HostFailure): CheckResult {
  const said = sayFailure(failure);
  const detail = words.failureDetail(failure);
  const lines =
    at === 'repository'
      ? [line(words.lineRepositoryWrong, 'unmet', detail), skipped(words.lineFolder)]
      : [line(words.lineRepository, 'met', found), line(words.lineFolder, 'unmet', detail)];
  const isAway = failure.code === 'offline' || failure.code === 'timeout';
  return {
    level: isAway ? 'offline' : 'critical',
    ...said,
    lines: [...lines, skipped(words.lineWrite)],
    usable: false,
  };
}

const isCharter = (path: string): boolean => path === 'program.yaml';

/**
 * Reads the branch's head and the program folder, and says exactly what is wrong and what to do (design picture 17).
 * Whether a token may write is known for sure only when something is written; without a token it is known not to.
 */
export async function checkConnection(
  address: ProgramAddress,
  token: string | undefined,
  open: Open,
): Promise<CheckResult> {
  const host = open({ ...address, ...(token && { token }) });
  const signal = AbortSignal.timeout(PATIENCE);
  const head = await host.head(undefined, signal);
  if (!head.ok) return failed('repository', '', head.error);
  const tree = await host.tree(head.value, signal);
  if (!tree.ok) {
    const isFolder = tree.error.code === 'folder-not-found';
    return failed(isFolder ? 'folder' : 'repository', address.branch, tree.error);
  }
  if (!tree.value.some((file) => isCharter(file.path))) {
    return failed('folder', address.branch, { code: 'folder-not-found', url: address.url });
  }
  const records = tree.value.filter((file) => file.path.endsWith('.yaml')).length;
  const text = words.readyText(records, address.url, head.value);
  const lines = [
    line(words.lineRepository, 'met', address.branch),
    line(words.lineFolder, 'met', words.folderFiles(tree.value.length)),
  ];
  if (!token) {
    const write = line(words.lineWrite, 'skipped', words.addToken);
    return {
      level: 'medium',
      title: words.readyToRead,
      text,
      lines: [...lines, write],
      usable: true,
    };
  }
  const write = line(words.lineWrite, 'met', words.withToken);
  return { level: 'done', title: words.ready, text, lines: [...lines, write], usable: true };
}

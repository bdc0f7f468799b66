import type { CheckLine as Checked, ConnectionCheck } from '@milepost/store/check-connection';
import type { CheckLine, CheckResult } from '../messages/own-message.ts';
import { words } from '../words.ts';
import { type Failure, sayFailure } from './say-failure.ts';

/** One line as drawn: `said` words what was found. */
function drawLine<Facts>(
  name: string,
  line: Checked<Facts>,
  said: (facts: Facts) => string,
): CheckLine {
  if (line.state === 'ok') return { name, state: 'met', detail: said(line.facts) };
  if (line.state === 'not-checked') return { name, state: 'skipped', detail: words.notChecked };
  return { name, state: 'unmet', detail: words.failureDetail(line.failure) };
}

/** What stops a connection. A host that lets everybody read still refuses a wrong token when asked to write. */
function failureOf(check: ConnectionCheck, hasToken: boolean): Failure | undefined {
  if (check.repository.state === 'failed') return check.repository.failure;
  if (check.folder.state === 'failed') return check.folder.failure;
  const isRefused =
    hasToken && check.write.state === 'failed' && check.write.failure.code === 'unauthorized';
  return isRefused && check.write.state === 'failed' ? check.write.failure : undefined;
}

/** Hosts answer 401 for what they do not show to strangers: without a token that is a repository not found. */
const withoutToken = (failure: Failure, hasToken: boolean): Failure =>
  failure.code === 'unauthorized' && !hasToken ? { ...failure, code: 'not-found' } : failure;

/** Headline of a check: the first failure, else whether it may write. */
function headline(
  check: ConnectionCheck,
  failure: Failure | undefined,
  hasToken: boolean,
): Pick<CheckResult, 'level' | 'title' | 'text'> {
  if (failure) {
    const isAway = failure.code === 'offline' || failure.code === 'timeout';
    return {
      level: isAway ? 'offline' : 'critical',
      ...sayFailure(withoutToken(failure, hasToken)),
    };
  }
  const { repository, folder, write } = check;
  const name = folder.state === 'ok' ? folder.facts.name : '';
  const commit = repository.state === 'ok' ? repository.facts.commit : '';
  const text = words.readyText(name, commit);
  if (write.state === 'ok') return { level: 'done', title: words.ready, text };
  return { level: 'medium', title: words.readyToRead, text: `${text} ${words.addToken}` };
}

/** An address that the extension may not reach: said before anything is sent. */
export const refuseHttp = (): CheckResult => ({
  level: 'critical',
  title: words.httpTitle,
  text: words.httpText,
  lines: [],
  usable: false,
});

/** The three lines of a check and what they mean together (design picture 17); the first failure stops the rest. */
export function sayCheck(check: ConnectionCheck, hasToken: boolean): CheckResult {
  const failure = failureOf(check, hasToken);
  const isWrong = check.repository.state === 'failed';
  const repository = isWrong ? words.lineRepositoryWrong : words.lineRepository;
  const write = drawLine(words.lineWrite, check.write, ({ branch }) => words.directTo(branch));
  return {
    ...headline(check, failure, hasToken),
    lines: [
      drawLine(repository, check.repository, ({ branch }) => branch),
      drawLine(words.lineFolder, check.folder, ({ files }) => words.folderFiles(files)),
      check.write.state === 'failed' ? { ...write, detail: words.noWrite } : write,
    ],
    usable: !failure,
  };
}

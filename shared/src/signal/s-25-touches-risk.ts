import type { Issue } from '../record/issue.ts';
import type { Risk } from '../record/risk.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';
import { touchedPath } from './touches-paths.ts';

type Hot = { record: Risk | Issue; level: 'high' | 'critical'; warn: boolean };

function hotRecords(view: SignalView): Hot[] {
  const risks = view.all('risk').flatMap((record): Hot[] => {
    const level = view.levelOf(record);
    const live = record.status === 'open' || record.status === 'treating';
    if (!live || (level !== 'high' && level !== 'critical')) return [];
    return [{ record, level, warn: level === 'critical' }];
  });
  const issues = view.all('issue').flatMap((record): Hot[] => {
    const live = record.status === 'triaged' || record.status === 'in_progress';
    const { severity: level } = record;
    if (!live || (level !== 'high' && level !== 'critical')) return [];
    return [{ record, level, warn: false }];
  });
  return [...risks, ...issues].filter(({ record }) => record.paths.length > 0);
}

/** S-25: an open pull request changes files that a high risk or issue is about. */
export const touchesRisk: SignalDefinition = {
  rule: 'S-25',
  needs: ['pullRequests'],
  detect: (view) => {
    const hot = hotRecords(view);
    const open = (view.activity.pullRequests ?? []).filter(({ state }) => state === 'open');
    return open.flatMap(({ repo, paths, url, number }) =>
      hot.flatMap(({ record, level, warn }): Found[] => {
        const path = touchedPath(record.paths, repo, paths);
        if (path === undefined) return [];
        const facts = { url, number, repo, path, level };
        const subjects = [record.id, `${repo}#${number}`];
        return [{ code: 'touches', severity: warn ? 'warn' : 'info', subjects, facts }];
      }),
    );
  },
};

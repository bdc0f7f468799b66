import { globSync } from 'node:fs';
import type { Need } from './need-system.ts';
import { root } from './root.ts';

export type SuiteName = 'servers' | 'chromium' | 'firefox' | 'vscode' | 'vscode-web' | 'journey';
export type Suite = { name: SuiteName; glob: string; needs: readonly Need[] };

/** The end-to-end suites, cheapest first. */
export const SUITES: readonly Suite[] = [
  { name: 'servers', glob: 'test/servers/*.e2e.ts', needs: ['git'] },
  {
    name: 'chromium',
    glob: 'test/browser/chromium*.e2e.ts',
    needs: ['chromium', 'openssl', 'fonts'],
  },
  { name: 'firefox', glob: 'test/browser/firefox*.e2e.ts', needs: ['firefox', 'openssl', 'fonts'] },
  { name: 'vscode', glob: 'test/vscode/*.e2e.ts', needs: ['chromium', 'git', 'fonts'] },
  { name: 'vscode-web', glob: 'test/vscode-web/*.e2e.ts', needs: ['chromium', 'fonts'] },
  {
    name: 'journey',
    glob: 'test/journeys/*.e2e.ts',
    needs: ['chromium', 'git', 'openssl', 'fonts'],
  },
];

/** Files of a suite, from the repository's top; none while it is not written yet. */
export const filesOf = (suite: Suite): string[] => globSync(suite.glob, { cwd: root }).toSorted();

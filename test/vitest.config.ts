import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const notOurs = ['**/node_modules/**', '**/planted/**', '**/.vscode-host/**'];
const room = (name: string, include: string[], exclude: string[] = []) => ({
  test: { name, include, exclude: [...notOurs, ...exclude] },
});

/** Unit and architecture tests: quick, no browser. The end-to-end suites have a config of their own. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      room('core', ['shared/src/**/*.test.ts']),
      room('packages', ['packages/*/src/**/*.test.{ts,tsx}']),
      // Mocha runs what lies in extension-vscode/src/test, inside the editor.
      room('extensions', ['extension-*/src/**/*.test.{ts,tsx}'], ['extension-vscode/src/test/**']),
      room('house', ['test/**/*.test.ts']),
    ],
  },
});

import { relative } from 'node:path';
import { renderCodeowners } from '@milepost/shared/policy/codeowners';
import type { Command } from '../command.ts';

/** Rulings C8: rows for policy, roles and sign-offs only. */
export const codeownersCommand: Command = {
  name: 'codeowners',
  summary: 'CODEOWNERS rows for policy, roles and sign-offs, from who holds which role.',
  positionals: '',
  options: {},
  examples: ['milepost codeowners >> .github/CODEOWNERS'],
  needs: 'program',
  run: async (run) => {
    const folder = relative(run.environment.cwd, run.directory).replaceAll('\\', '/');
    const text = renderCodeowners(run.program, folder, run.asOf);
    return { code: 0, data: { text }, text: () => text.trimEnd() };
  },
};

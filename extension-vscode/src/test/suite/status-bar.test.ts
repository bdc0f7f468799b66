import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { extension, setSetting, until, workspace } from './helpers.ts';

async function checkout(branch: string): Promise<void> {
  execFileSync('git', ['checkout', '-q', '-B', branch], { cwd: workspace().fsPath });
  const git = vscode.extensions.getExtension('vscode.git');
  assert.ok(git, 'the Git extension is present');
  const api = (await git.activate()).getAPI(1);
  const repository = await until('the repository', () => api.getRepository(workspace()));
  await repository.status();
}

describe('the status bar', () => {
  before(() => setSetting('asOf', '2026-06-01'));
  after(() => checkout('main'));

  it('says milestone, criteria met of applicable and working days to the review', async () => {
    const { statusText } = await extension();
    await checkout('gateway/retry-idempotency');
    const text = await until('the branch in the status bar', () => statusText());
    assert.match(text, /^M-4 · \d+\/\d+ · 4 days$/);
  });

  it('is hidden when the branch matches nothing', async () => {
    const { statusText } = await extension();
    await checkout('something-else');
    await until('an empty status bar', () => statusText() === '');
  });
});

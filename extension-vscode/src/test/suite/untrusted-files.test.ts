import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { inProgram, readText, rowAt, rows, until, writeText } from './helpers.ts';

const HOSTILE = '<img src=x onerror=alert(1)> $(flame) [x](command:workbench.action.quit)';

describe('files from a repository we do not trust', () => {
  before(() => rows());
  after(() => {
    for (const path of ['risks/R-98.yaml', 'risks/R-99.yaml'])
      fs.rmSync(inProgram(path).fsPath, { force: true });
  });

  it('keeps a hostile title as plain text', async () => {
    writeText('risks/R-99.yaml', `id: R-99\ntitle: ${JSON.stringify(HOSTILE)}\nstatus: proposed\n`);
    const found = await until('the new risk', async () => {
      const raid = await rowAt('RAID log');
      return (raid.children?.() ?? [])
        .flatMap((level) => level.children?.() ?? [])
        .find((row) => row.label.startsWith('R-99'));
    });
    assert.ok(found.tooltip.startsWith(`R-99 ${HOSTILE}\n`));
    assert.match(found.label, /^R-99 <img src=x/);
  });

  it('shows a broken file with its line and reason, and leaves it as it is', async () => {
    const text = 'id: R-98\ntitle: Twice\nstatus: open\nstatus: closed\n';
    writeText('risks/R-98.yaml', text);
    await until('the broken group', async () =>
      (await rows()).some((row) => row.label.includes('cannot be read')),
    );
    const row = await rowAt('1 file', 'R-98');
    assert.match(row.description, /^line 4: \S/);
    await vscode.commands.executeCommand('milepost.openRecord', { path: 'risks/R-98.yaml' });
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 3);
    assert.equal(readText('risks/R-98.yaml'), text);
  });
});

import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { extension, inProgram, rows, until, writeText } from './helpers.ts';

const FILE = 'risks/R-97.yaml';
const findings = () => vscode.languages.getDiagnostics(inProgram(FILE));

describe('findings in program files', () => {
  before(async () => {
    await extension();
    await rows();
  });
  after(() => fs.rmSync(inProgram(FILE).fsPath, { force: true }));

  it('shows a reference to nothing with its rule, at its line, and takes it back when it is mended', async () => {
    const head = 'id: R-97\ntitle: Points nowhere\nstatus: proposed\n';
    writeText(FILE, `${head}affects: [M-4444]\n`);
    const found = await until('a finding', () =>
      findings().find((one) => String(one.code) === 'DQ-02'),
    );
    assert.equal(found.range.start.line, 3);
    assert.match(found.message, /M-4444/);
    writeText(FILE, `${head}affects: [M-4]\n`);
    await until('no such finding', () => !findings().some((one) => String(one.code) === 'DQ-02'));
  });
});

import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import {
  changedLines,
  dayAhead,
  extension,
  facts,
  inProgram,
  readText,
  setSetting,
  writeText,
} from './helpers.ts';

/** Read once: a run may pass midnight. */
const ahead = dayAhead();
const newest = async () => (await facts()).program.byKind;

describe('capturing from the editor', () => {
  before(async () => {
    await extension();
    await setSetting('asOf', '2026-03-10');
    await setSetting('person', 'tom.berg');
  });

  it('captures a risk from a title alone', async () => {
    await vscode.commands.executeCommand('milepost.captureRisk', {
      title: 'Retry storm on failover',
    });
    const risk = (await newest()).risk.at(-1);
    assert.equal(risk?.data.title, 'Retry storm on failover');
    assert.equal(risk.data.status, 'proposed');
    fs.rmSync(inProgram(risk.path).fsPath);
  });

  it('tags a dependency with both sides', async () => {
    await vscode.commands.executeCommand('milepost.tagDependency', {
      title: 'Sandbox keys',
      needs: true,
      team: 'TM-9',
      need_by: ahead,
      milestone: 'M-4',
    });
    const dependency = (await newest()).dependency.at(-1);
    assert.equal(dependency?.data.provider.team, 'TM-9');
    assert.equal(dependency.data.consumer.milestone, 'M-4');
    fs.rmSync(inProgram(dependency.path).fsPath);
  });

  it('moves a forecast in two lines', async () => {
    const path = 'milestones/M-4.yaml';
    const before = readText(path);
    await vscode.commands.executeCommand('milepost.moveForecast', {
      id: 'M-4',
      date: ahead,
      reason: 'sandbox slot',
    });
    const { gone, come } = changedLines(before, readText(path));
    assert.deepEqual(gone, ['forecast_date: 2026-06-19']);
    assert.equal(come.length, 2);
    assert.ok(come.includes(`forecast_date: ${ahead}`), come.join('\n'));
    writeText(path, before);
  });
});

import * as vscode from 'vscode';
import type { CommandPorts } from '../commands/command.ts';
import { iconId } from '../program/icon.ts';
import { findHere } from './here.ts';

type StatusPorts = Pick<CommandPorts, 'programs' | 'git' | 'uriOf' | 'log'>;

/** What the status bar says; for tests. */
export type StatusItem = vscode.Disposable & { text(): string };

/**
 * `M-4 · 17/19 · 4 days` for the current branch: milestone, criteria met of applicable, working days to the review.
 * Hidden when the branch matches nothing. The fill of the glyph says how bad it is: a level's colour cannot be read on every
 * theme's status bar.
 */
export function registerStatusItem(ports: StatusPorts): StatusItem {
  const item = vscode.window.createStatusBarItem('branch', vscode.StatusBarAlignment.Left, 50);
  item.name = 'Milepost: what this branch is for';
  item.command = 'milepost.showBranch';
  let shown = '';
  // Two questions may overlap; only the last one may draw.
  let asked = 0;

  async function draw(): Promise<void> {
    asked += 1;
    const mine = asked;
    const here = await findHere(ports);
    if (mine !== asked) return;
    shown = here?.status.text ?? '';
    if (here === undefined) {
      item.hide();
      return;
    }
    const { level, text, spoken } = here.status;
    item.text = `$(${iconId(`milestone-${level}`)}) ${text}`;
    item.tooltip = spoken;
    item.accessibilityInformation = { label: `Milepost: ${spoken}` };
    item.show();
  }

  const update = () => {
    draw().catch((error: unknown) => ports.log.error(`Status bar: ${String(error)}`));
  };
  const parts: vscode.Disposable[] = [
    item,
    new vscode.Disposable(ports.programs.onDidChange(update)),
    vscode.window.onDidChangeActiveTextEditor(update),
  ];
  void ports.git().then((git) => parts.push(git.onDidChange(update)));
  update();
  return {
    text: () => shown,
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

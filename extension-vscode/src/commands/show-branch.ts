import type { Match } from '@milepost/shared/context/context';
import { sayReason, sayThrough } from '@milepost/shared/words/say-reason';
import * as vscode from 'vscode';
import { findHere } from '../views/here.ts';
import { plainLabel } from '../views/plain-text.ts';
import { themeIcon } from '../views/theme-icon.ts';
import type { Command } from './command.ts';
import { openRecord } from './open-record.ts';

/** Why a record is shown: its strongest reason, or what brought it. */
function because({ record, reasons, through }: Match): string {
  if (through !== undefined) return sayThrough(through);
  const [first] = reasons;
  return first === undefined ? '' : sayReason(first, record.id);
}

/** Lists what the current branch is for; picking one opens it. */
export const showBranch: Command = {
  id: 'showBranch',
  async run(ports) {
    const here = await findHere(ports);
    if (here === undefined) {
      void vscode.window.showInformationMessage('Nothing in the program points to this branch.');
      return;
    }
    const items = here.status.matches.map((match) => {
      const { record } = match;
      const row = here.row(record);
      return {
        label: plainLabel(`${record.id} ${record.data.title}`),
        description: plainLabel(row.description),
        detail: plainLabel(because(match)),
        iconPath: themeIcon(row.icon),
        id: record.id,
      };
    });
    const picked = await vscode.window.showQuickPick(items, {
      title: plainLabel(here.status.spoken),
      placeHolder: plainLabel(`Branch ${here.branch}`),
    });
    if (picked !== undefined)
      await openRecord.run(ports, { id: picked.id, program: here.program.key });
  },
};

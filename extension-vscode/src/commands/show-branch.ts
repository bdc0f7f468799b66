import * as vscode from 'vscode';
import { findHere } from '../views/here.ts';
import { plainLabel } from '../views/plain-text.ts';
import type { Command } from './command.ts';
import { openRecord } from './open-record.ts';

/** Why a record matches, in the words of its strongest reason. */
const because = (reasons: readonly { rule: string; value: string }[], through?: string): string => {
  if (through !== undefined) return `through ${through}`;
  const [first] = reasons;
  return first === undefined ? '' : `${first.rule}: ${first.value}`;
};

/** Lists what the current branch is for; picking one opens it. */
export const showBranch: Command = {
  id: 'showBranch',
  async run(ports) {
    const here = await findHere(ports);
    if (here === undefined) {
      void vscode.window.showInformationMessage('Nothing in the program points to this branch.');
      return;
    }
    const items = here.status.matches.map(({ record, reasons, through }) => {
      const row = here.row(record);
      return {
        label: plainLabel(`${record.id} ${record.data.title}`),
        description: plainLabel(row.description),
        detail: plainLabel(because(reasons, through)),
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

import * as vscode from 'vscode';
import * as z from 'zod';
import { findActor } from '../editing/actor.ts';
import { askTitle, codePathHere } from '../editing/ask.ts';
import { askInOrder } from '../editing/ask-in-order.ts';
import { carryOut } from '../editing/carry-out.ts';
import { plainLabel } from '../views/plain-text.ts';
import type { Command } from './command.ts';
import { programOf, readTarget, Target } from './target.ts';

const Given = z.looseObject({
  ...Target.shape,
  title: z.string().optional(),
  paths: z.array(z.string()).optional(),
  affects: z.array(z.string()).optional(),
});

async function askPaths(path: string | undefined): Promise<string[] | undefined> {
  if (path === undefined) return [];
  const picked = await vscode.window.showQuickPick(
    [
      { label: plainLabel(`Show it at ${path}`), paths: [path] },
      { label: 'Not at a file', paths: [] },
    ],
    { placeHolder: 'Where does the risk belong?' },
  );
  return picked?.paths;
}

/** Captures a risk from where somebody works; a title is enough (rulings B4). */
export const captureRisk: Command = {
  id: 'captureRisk',
  async run(ports, target) {
    const given = readTarget(target, Given);
    const program = await programOf(ports.programs, given);
    const actor = program && (await findActor(ports, program));
    if (program === undefined || actor === undefined) return;
    const asks = given.title === undefined;
    const answers = await askInOrder<{ title: string; paths: string[] }>({
      title: () => given.title ?? askTitle('Risk: what may happen?'),
      paths: async () => given.paths ?? (asks ? askPaths(await codePathHere(ports, program)) : []),
    });
    if (answers === undefined) return;
    const { title, paths } = answers;
    const fields = {
      ...(paths.length > 0 ? { paths } : {}),
      ...(given.affects ? { affects: given.affects } : {}),
    };
    await carryOut(ports, program, { intent: 'capture-risk', title, ...fields }, actor);
  },
};

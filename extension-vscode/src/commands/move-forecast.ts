import * as vscode from 'vscode';
import * as z from 'zod';
import { findActor } from '../editing/actor.ts';
import { askDay } from '../editing/ask.ts';
import { askInOrder } from '../editing/ask-in-order.ts';
import { carryOut } from '../editing/carry-out.ts';
import type { OpenProgram } from '../program/programs.ts';
import { plainLabel } from '../views/plain-text.ts';
import type { Command } from './command.ts';
import { programOf, readTarget, Target } from './target.ts';

const Given = z.looseObject({
  ...Target.shape,
  date: z.string().optional(),
  reason: z.string().optional(),
});

async function pickMilestone(program: OpenProgram): Promise<string | undefined> {
  const { byKind } = await program.model.program();
  const items = byKind.milestone
    .filter(({ data }) => !['void', 'cancelled', 'achieved'].includes(data.status))
    .map(({ id, data }) => ({
      label: plainLabel(`${id} ${data.title}`),
      description: data.forecast_date ?? '',
      id,
    }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: 'Which forecast moves?' });
  return picked?.id;
}

async function forecastOf(program: OpenProgram, id: string): Promise<string> {
  const record = (await program.model.program()).records.get(id);
  if (record?.kind !== 'milestone' && record?.kind !== 'dependency') return '';
  return record.data.forecast_date ?? '';
}

const askWhy = async () => vscode.window.showInputBox({ prompt: 'Why does it move?' });

/** Moves a forecast; the old one stays in the record's history (rulings C8). */
export const moveForecast: Command = {
  id: 'moveForecast',
  async run(ports, target) {
    const given = readTarget(target, Given);
    const program = await programOf(ports.programs, given);
    const actor = program && (await findActor(ports, program));
    if (program === undefined || actor === undefined) return;
    const answers = await askInOrder<{ id: string; date: string; reason: string }>({
      id: () => given.id ?? pickMilestone(program),
      date: async ({ id = '' }) =>
        given.date ?? askDay(`New forecast of ${id}`, { value: await forecastOf(program, id) }),
      reason: () => given.reason ?? (given.date === undefined ? askWhy() : ''),
    });
    if (answers === undefined) return;
    const { reason, ...move } = answers;
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    await carryOut(ports, program, { intent: 'move-forecast', ...move, ...why }, actor);
  },
};

import * as vscode from 'vscode';
import * as z from 'zod';
import { findActor } from '../editing/actor.ts';
import { askDay, askTitle } from '../editing/ask.ts';
import { askInOrder } from '../editing/ask-in-order.ts';
import { carryOut } from '../editing/carry-out.ts';
import type { OpenProgram } from '../program/programs.ts';
import { plainLabel } from '../views/plain-text.ts';
import type { Command } from './command.ts';
import { programOf, readTarget, Target } from './target.ts';

const Given = z.looseObject({
  ...Target.shape,
  title: z.string().optional(),
  needs: z.boolean().optional(),
  team: z.string().optional(),
  need_by: z.string().optional(),
  milestone: z.string().optional(),
});

const NONE = '';

async function pickSide(): Promise<boolean | undefined> {
  const picked = await vscode.window.showQuickPick(
    [
      { label: 'We need something', needs: true },
      { label: 'We provide something', needs: false },
    ],
    { placeHolder: 'Which side are we?' },
  );
  return picked?.needs;
}

/** An id of a record of the kind, empty for "not known", undefined when the person backs out. */
async function pickRecord(
  program: OpenProgram,
  kind: 'team' | 'milestone',
  placeHolder: string,
): Promise<string | undefined> {
  const { byKind } = await program.model.program();
  const records: readonly { id: string; data: { title: string; status: string } }[] = byKind[kind];
  const items = records
    .filter(({ data }) => !['void', 'cancelled', 'achieved'].includes(data.status))
    .map(({ id, data }) => ({ label: plainLabel(`${id} ${data.title}`), id }));
  const picked = await vscode.window.showQuickPick(
    [...items, { label: 'Not known yet', id: NONE }],
    {
      placeHolder,
    },
  );
  return picked?.id;
}

const present = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== NONE));

type Answers = { needs: boolean; title: string; team: string; need_by: string; milestone: string };

/** Asks for everything, or for nothing when a title is given: the other fields may follow later (rulings B4). */
function askAll(program: OpenProgram, given: z.infer<typeof Given>): Promise<Answers | undefined> {
  const asks = given.title === undefined;
  const optional = <Value>(
    value: Value | undefined,
    ask: () => Promise<Value | undefined>,
    none: Value,
  ) => value ?? (asks ? ask() : none);
  return askInOrder<Answers>({
    needs: () => optional(given.needs, pickSide, true),
    title: () => given.title ?? askTitle('Dependency: what exactly?'),
    team: ({ needs }) =>
      optional(
        given.team,
        () => pickRecord(program, 'team', needs ? 'Who gives it?' : 'Who needs it?'),
        NONE,
      ),
    need_by: () =>
      optional(given.need_by, () => askDay('Needed by (may stay empty)', { optional: true }), NONE),
    milestone: ({ needs }) =>
      optional(
        given.milestone,
        () =>
          pickRecord(
            program,
            'milestone',
            needs ? 'Which milestone needs it?' : 'Which milestone gives it?',
          ),
        NONE,
      ),
  });
}

/** Tags who needs what from whom by when (domain 1.11). */
export const tagDependency: Command = {
  id: 'tagDependency',
  async run(ports, target) {
    const given = readTarget(target, Given);
    const program = await programOf(ports.programs, given);
    const actor = program && (await findActor(ports, program));
    if (program === undefined || actor === undefined) return;
    const answers = await askAll(program, given);
    if (answers === undefined) return;
    const { needs, title, team, milestone, need_by } = answers;
    const [us, them] = [present({ milestone }), present({ team })];
    const sides = needs ? { consumer: us, provider: them } : { consumer: them, provider: us };
    const intent = { intent: 'tag-dependency' as const, title, ...sides, ...present({ need_by }) };
    await carryOut(ports, program, intent, actor);
  },
};

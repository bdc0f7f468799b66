import type { TypedRecord } from '@milepost/shared/record/record-types';
import * as vscode from 'vscode';
import * as z from 'zod';
import { findActor } from '../editing/actor.ts';
import { askInOrder } from '../editing/ask-in-order.ts';
import { carryOut } from '../editing/carry-out.ts';
import { type PickedEvidence, pickEvidence } from '../editing/pick-evidence.ts';
import type { OpenProgram } from '../program/programs.ts';
import { plainLabel, plainMessage } from '../views/plain-text.ts';
import type { Command, CommandPorts } from './command.ts';
import { programOf, readTarget, Target } from './target.ts';

/** What may be given instead of being asked for. `evidence: {}` means none. */
const Given = z.looseObject({
  ...Target.shape,
  outcome: z.enum(['met', 'not_met']).optional(),
  actual: z.union([z.number(), z.string()]).optional(),
  evidence: z
    .union([z.object({ url: z.string() }), z.object({ path: z.string() }), z.strictObject({})])
    .optional(),
});
type Given = z.infer<typeof Given>;

type Criterion = TypedRecord<'criterion'>;

async function pickCriterion(program: OpenProgram, given: Given): Promise<Criterion | undefined> {
  const { byKind } = await program.model.program();
  if (given.id !== undefined) {
    const found = byKind.criterion.find((one) => one.id === given.id);
    if (found === undefined)
      void vscode.window.showWarningMessage(plainMessage(`${given.id} is not a criterion.`));
    return found;
  }
  const items = byKind.criterion
    .filter(({ data }) => !['void', 'not_applicable'].includes(data.status))
    .toSorted((a, b) => Number(a.data.status === 'met') - Number(b.data.status === 'met'))
    .map((criterion) => ({
      label: plainLabel(`${criterion.id} ${criterion.data.title}`),
      description: criterion.data.status.replaceAll('_', ' '),
      criterion,
    }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: 'Criterion to verify' });
  return picked?.criterion;
}

async function pickOutcome(criterion: Criterion): Promise<'met' | 'not_met' | undefined> {
  const detail = plainLabel(criterion.data.statement ?? criterion.data.title);
  const items = [
    { label: 'Met', detail, outcome: 'met' as const },
    { label: 'Not met', outcome: 'not_met' as const },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: `${criterion.id}: what did you find?`,
  });
  return picked?.outcome;
}

/** An empty text is no value. */
async function askActual(criterion: Criterion): Promise<number | string | undefined> {
  const { measure } = criterion.data;
  if (measure === undefined || measure.operator === 'exists') return '';
  const typed = await vscode.window.showInputBox({
    prompt: `Measured ${measure.metric}${measure.unit ? ` in ${measure.unit}` : ''}, target ${measure.operator} ${measure.target ?? ''}`,
    value: measure.actual === undefined ? '' : String(measure.actual),
  });
  const text = typed?.trim();
  return text && Number.isFinite(Number(text)) ? Number(text) : text;
}

type Answers = { outcome: 'met' | 'not_met'; actual: number | string; evidence: PickedEvidence };

function askAll(
  ports: CommandPorts,
  criterion: Criterion,
  given: Given,
): Promise<Answers | undefined> {
  const asks = given.outcome === undefined;
  return askInOrder<Answers>({
    outcome: () => given.outcome ?? pickOutcome(criterion),
    actual: () => given.actual ?? (asks ? askActual(criterion) : ''),
    evidence: () => given.evidence ?? pickEvidence(ports, criterion.data.evidence.length),
  });
}

/** Verifies one criterion with its evidence; a gate is signed off by another command (rulings B2). */
export const verifyCriterion: Command = {
  id: 'verifyCriterion',
  async run(ports, target) {
    const given = readTarget(target, Given);
    const program = await programOf(ports.programs, given);
    const criterion = program && (await pickCriterion(program, given));
    const actor = criterion && (await findActor(ports, program));
    if (program === undefined || criterion === undefined || actor === undefined) return;
    const answers = await askAll(ports, criterion, given);
    if (answers === undefined) return;
    const { outcome, actual, evidence } = answers;
    const fields = {
      ...(actual === '' ? {} : { actual }),
      ...(Object.keys(evidence).length === 0 ? {} : { evidence }),
    };
    const intent = { intent: 'verify-criterion' as const, id: criterion.id, outcome, ...fields };
    await carryOut(ports, program, intent, actor);
  },
};
